import "server-only";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { linkMailLimits } from "#lib/use-cases/access/limits.ts";
import { readEmail } from "#lib/use-cases/access/read-person.ts";
import { behind } from "./behind.ts";
import { carry } from "./carried-fields.ts";
import type { DeskForm } from "./desk-form.ts";
import { canMail } from "./desk-mailer.ts";
import { seeOther } from "./see-other.ts";

type MailedLink = {
  /** Where the form stands and its answer is read. */
  readonly page: string;
  /** What the log calls it. */
  readonly what: string;
  readonly mail: (email: string, voice: DeskVoice) => Promise<void>;
};

/** Answers a form that asks for a link by mail: the mail goes behind an answer that is the same for everybody. */
export async function mailedLink(form: DeskForm, { page, what, mail }: MailedLink): Promise<Response> {
  const { fields, from, limited, voice } = form;
  if (!canMail()) return seeOther("/admin/sign-in");
  const email = readEmail(fields.email);
  if (email === null) return seeOther(`${page}?problem=email#email`, [carry(page, { email: fields.email ?? "" })]);
  const refusal = await limited(linkMailLimits({ from, email }), page);
  if (refusal !== null) return refusal;
  behind(what, () => mail(email, voice));
  return seeOther(`${page}?said=sent`);
}
