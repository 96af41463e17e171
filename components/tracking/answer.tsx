import type { ReactNode } from "react";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { Notice } from "#lib/promise/apology/apology-of.ts";
import type { PageNotice } from "#lib/promise/page/page-notice.ts";
import { isTrouble } from "#lib/tracking/page/answer-rank.ts";
import { calendarWindowOf } from "#lib/tracking/page/calendar-window.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import type { Reason } from "#lib/tracking/reason.ts";
import { answerSentence } from "./answer-sentence.tsx";
import type { RemedySaid } from "./chosen-remedy.tsx";
import { Contact } from "./contact.tsx";
import { DelayNotice } from "./delay-notice.tsx";
import type { NoticeOf } from "./notice-lines.ts";
import { quietLines } from "./quiet-lines.ts";
import { onDay, type Reader } from "./reader.ts";

type AnswerProps = {
  readonly page: TrackingPage;
  readonly brand: BrandTokens;
  readonly reader: Reader;
  readonly token: string;
  readonly formKey: string;
  /** What is said and offered where it may be late or is. */
  readonly about: PageNotice | null;
  readonly said: RemedySaid | null;
  /** The line on when we last looked. */
  readonly children?: ReactNode;
};

const SETTING = {
  date: (words: ReactNode) => <span className="answer-date">{words}</span>,
  day: (words: ReactNode) => <span className="answer-day">{words}</span>,
};

/** What a friend would say, with the date as the biggest thing on the page, and the quiet lines under it. */
export function Answer({ page, brand, reader, token, formKey, about, said, children }: AnswerProps) {
  const carrier = page.parcels.find(({ number }) => number === page.answerParcel)?.carrierName ?? "";
  const notice = about?.parcel === page.answerParcel ? openNotice(about) : null;
  const isOffered = about?.notice?.choices.includes("person") === true;
  const offersPerson = brand.supportEmail !== null && wantsPerson(page) && !isOffered;
  const hasDay = calendarWindowOf(page) !== null;
  return (
    <section id="answer" className={`answer answer-${groundOf(page, brand, about)}`}>
      <h1 className="answer-sentence">{answerSentence(page.answer, reader, { carrier, setting: SETTING })}</h1>
      {about !== null && (
        <DelayNotice
          about={about}
          of={aboutWhat(page, about)}
          reader={reader}
          token={token}
          formKey={formKey}
          shop={brand.name}
          country={page.shipTo.country}
          said={said}
        />
      )}
      {[...quietLines(page, reader, notice), ...neededLine(page, reader)].map((line) => (
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

/** The notice while anything is wrong; null once it is solved. */
export function openNotice({ notice }: PageNotice): Notice | null {
  return notice?.kind === "solved" ? null : notice;
}

function aboutWhat({ parcels, answer }: TrackingPage, { parcel: number }: PageNotice): NoticeOf {
  const parcel = parcels.find((each) => each.number === number) ?? null;
  return { parcel, answer: parcel?.answer ?? answer };
}

/** Bad news stands on the soft tint, whatever the brand's loudest ground is; so do choices. */
function groundOf(page: TrackingPage, brand: BrandTokens, about: PageNotice | null): BrandTokens["answer"] {
  return isTrouble(page.answer) || about !== null ? "tint" : brand.answer;
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
  "delayed",
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
