import type { ReactNode } from "react";
import type { Answer } from "#lib/tracking/page/tracking-page.ts";
import { answerWords } from "./answer-words.ts";
import type { Reader } from "./reader.ts";

export type Setting = {
  /** Sets the part that is to be large. */
  readonly date: (words: ReactNode) => ReactNode;
  /** Keeps one day together. */
  readonly day: (words: ReactNode) => ReactNode;
};

/** The answer in words, set in type by `setting`. */
export function answerSentence(
  answer: Answer,
  reader: Reader,
  about: { carrier: string; setting: Setting },
): ReactNode {
  const { key, values } = answerWords(answer, reader, about.carrier);
  return reader.say.rich(key, { ...values, ...about.setting });
}
