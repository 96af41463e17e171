import type { Locale } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { speak } from "#lib/brand/words/speak.ts";
import type { TrackingPage } from "#lib/tracking/tracking-page.ts";
import { answerSentence } from "./answer-sentence.tsx";
import { quietLines } from "./quiet-lines.ts";

type AnswerProps = { readonly page: TrackingPage; readonly brand: BrandTokens; readonly locale: Locale };

/** What a friend would say, with the date as the biggest thing on the page, and the quiet lines under it. */
export function Answer({ page, brand, locale }: AnswerProps) {
  const say = speak(locale);
  return (
    <section className={`answer answer-${groundOf(page, brand)}`}>
      <h1 className="answer-sentence">
        {answerSentence(page, locale, {
          date: (words) => <span className="answer-date">{words}</span>,
          day: (words) => <span className="answer-day">{words}</span>,
        })}
      </h1>
      {quietLines(page, locale, say).map((line) => (
        <p key={line} className="answer-quiet">
          {line}
        </p>
      ))}
    </section>
  );
}

/** Bad news stands on the soft tint, whatever the brand's loudest ground is. */
function groundOf(page: TrackingPage, brand: BrandTokens): BrandTokens["answer"] {
  return page.answer.kind === "overdue" || page.answer.kind === "cancelled" ? "tint" : brand.answer;
}
