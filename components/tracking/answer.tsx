import type { ReactNode } from "react";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { isTrouble } from "#lib/tracking/page/answer-rank.ts";
import { calendarWindowOf } from "#lib/tracking/page/calendar-window.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import type { Reason } from "#lib/tracking/reason.ts";
import { answerSentence } from "./answer-sentence.tsx";
import { Contact } from "./contact.tsx";
import { quietLines } from "./quiet-lines.ts";
import { onDay, type Reader } from "./reader.ts";

type AnswerProps = {
  readonly page: TrackingPage;
  readonly brand: BrandTokens;
  readonly reader: Reader;
  readonly token: string;
  /** The line on when we last looked. */
  readonly children?: ReactNode;
};

const SETTING = {
  date: (words: ReactNode) => <span className="answer-date">{words}</span>,
  day: (words: ReactNode) => <span className="answer-day">{words}</span>,
};

/** What a friend would say, with the date as the biggest thing on the page, and the quiet lines under it. */
export function Answer({ page, brand, reader, token, children }: AnswerProps) {
  const carrier = page.parcels.find(({ number }) => number === page.answerParcel)?.carrierName ?? "";
  const offersPerson = brand.supportEmail !== null && wantsPerson(page);
  const hasDay = calendarWindowOf(page) !== null;
  return (
    <section className={`answer answer-${groundOf(page, brand)}`}>
      <h1 className="answer-sentence">{answerSentence(page.answer, reader, { carrier, setting: SETTING })}</h1>
      {[...quietLines(page, reader), ...neededLine(page, reader)].map((line) => (
        <p key={line} className="answer-quiet">
          {line}
        </p>
      ))}
      {(offersPerson || hasDay) && (
        <p className="answer-choice">
          {offersPerson && <Contact page={page} brand={brand} reader={reader} />}
          {hasDay && (
            <a className="quiet-link" href={`/t/${token}/calendar?lang=${reader.locale}`}>
              {reader.say("calendar.add")}
            </a>
          )}
        </p>
      )}
      {children}
    </section>
  );
}

function neededLine({ needed }: TrackingPage, reader: Reader): string[] {
  return needed === null ? [] : [reader.say(`needed.${needed.outlook}`, { day: onDay(needed.day, reader) })];
}

/** Bad news stands on the soft tint, whatever the brand's loudest ground is. */
function groundOf(page: TrackingPage, brand: BrandTokens): BrandTokens["answer"] {
  return isTrouble(page.answer) ? "tint" : brand.answer;
}

const MENDABLE: ReadonlySet<Reason> = new Set([
  "address_problem",
  "customs_documents",
  "damaged",
  "prohibited",
  "refused",
]);
const ASKS: ReadonlySet<TrackingPage["answer"]["kind"]> = new Set([
  "cancelled",
  "expired",
  "lost",
  "overdue",
  "returned",
  "returning",
  "stopped",
]);

/** Where the quiet lines say "write to us", the way is right there. */
function wantsPerson({ answer, parcels, answerParcel }: TrackingPage): boolean {
  const parcel = parcels.find(({ number }) => number === answerParcel);
  const action = parcel?.actionRequired ?? null;
  if (action !== null) return action !== "pick_up" && action !== "be_home";
  return ASKS.has(answer.kind) || (answer.kind === "held" && answer.reason !== null && MENDABLE.has(answer.reason));
}
