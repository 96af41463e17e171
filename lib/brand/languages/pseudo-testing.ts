import { en, type Words } from "./en.ts";
import type { Habits, Language } from "./language.ts";
import { type Voice, voiceIn } from "./voice.ts";

/**
 * For tests: a language that nobody speaks, made from English. Each of its letters has an accent, it is about 40 % longer, and
 * every sentence stands in brackets: what a page shows outside of them was written into a component.
 */

const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: "áá", e: "éé", i: "îî", o: "øø", u: "üü", c: "ç", d: "ð", g: "ğ", h: "ĥ", j: "ĵ", k: "ķ", l: "ļ", n: "ñ" },
  ...{ r: "ŕ", s: "š", t: "ţţ", w: "ŵ", y: "ý", z: "ž", b: "ƀ", f: "ƒ", m: "ɱ", p: "þ", q: "ʠ", v: "ṽ", x: "ẋ" },
};

/** The sentence in that language; its facts, choices and marks (ICU MessageFormat) stay as they are. */
export function pseudoSentence(sentence: string): string {
  return bracketed(messageFrom(sentence, 0).text);
}

/** One who speaks it. Days, hours and places stand in brackets too. */
export function pseudoVoice(): Voice {
  return voiceIn("en", pseudo, pseudo.words);
}

function bracketed(text: string): string {
  return text === "" ? "" : `⟦${text}⟧`;
}

type Read = { readonly text: string; readonly end: number };

/** Reads words and what is in between, up to the brace that closes them. */
function messageFrom(sentence: string, from: number): Read {
  let text = "";
  let at = from;
  while (at < sentence.length && sentence[at] !== "}") {
    const [mark = ""] = /^(<[^>]*>|'[{}<>][^']*'?)/.exec(sentence.slice(at)) ?? [];
    const piece =
      sentence[at] === "{" ? slotFrom(sentence, at) : { text: mark || accented(sentence[at] ?? ""), end: at };
    text += piece.text;
    at = Math.max(piece.end, at + Math.max(mark.length, 1));
  }
  return { text, end: at };
}

/** Reads `{name}`, or `{name, plural, one {words} other {words}}`. */
function slotFrom(sentence: string, from: number): Read {
  let text = "{";
  let at = from + 1;
  while (at < sentence.length && sentence[at] !== "}") {
    if (sentence[at] === "{") {
      const words = messageFrom(sentence, at + 1);
      text += `{${words.text}}`;
      at = words.end + 1;
    } else {
      text += sentence[at];
      at += 1;
    }
  }
  return { text: `${text}}`, end: at + 1 };
}

function accented(letter: string): string {
  const small = ACCENTED[letter.toLowerCase()];
  if (small === undefined) return letter;
  return letter === letter.toLowerCase() ? small : small.toUpperCase();
}

const habits: Habits = {
  ...en.habits,
  day: (...given) => bracketed(en.habits.day(...given)),
  time: (at) => bracketed(en.habits.time(at)),
  hours: (from, to) => {
    const texts = en.habits.hours(from, to);
    return { from: bracketed(texts.from), to: bracketed(texts.to) };
  },
  moment: (day, at) => bracketed(en.habits.moment(day, at)),
  place: (parts) => bracketed(en.habits.place(parts)),
  destination: (parts) => bracketed(en.habits.destination(parts)),
};

const pseudo: Language<Words> = { ...en, habits, words: pseudoWords(en.words) };

function pseudoWords<Node extends object>(words: Node): Node {
  const entries = Object.entries(words).map(([key, value]): [string, unknown] => [
    key,
    typeof value === "string" ? pseudoSentence(value) : pseudoWords(value),
  ]);
  return Object.fromEntries(entries) as Node;
}
