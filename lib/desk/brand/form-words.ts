import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { brandForm } from "#lib/desk/words/en/brand-form.ts";

/** What the editor says, ready for the browser: facts are still in braces, for `filled`. */
export type FormWords = Readonly<Record<keyof typeof brandForm, string>>;

const FACTS = {
  who: "{who}",
  when: "{when}",
  mine: "{mine}",
  theirs: "{theirs}",
  count: "{count}",
  language: "{language}",
  name: "{name}",
};
const isKey = (key: string): key is keyof typeof brandForm => key in brandForm;

/** The editor's words in the desk's language. */
export function formWords(say: DeskSay): FormWords {
  const keys = Object.keys(brandForm).filter(isKey);
  // Every key of the one is a key of the other.
  return Object.fromEntries(keys.map((key) => [key, say(`brand.form.${key}`, FACTS)])) as FormWords;
}
