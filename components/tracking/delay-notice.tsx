import type { PageNotice } from "#lib/promise/page/page-notice.ts";
import { Choices } from "./choices.tsx";
import { ChosenRemedy, type RemedySaid } from "./chosen-remedy.tsx";
import { GiftCard } from "./gift-card.tsx";
import { type NoticeOf, noticeLines } from "./notice-lines.ts";
import type { Reader } from "./reader.ts";

type DelayNoticeProps = {
  readonly about: PageNotice;
  readonly of: NoticeOf;
  readonly reader: Reader;
  readonly token: string;
  readonly formKey: string;
  readonly shop: string;
  readonly country: string | null;
  /** How the last choice was taken, where it was made here. */
  readonly said: RemedySaid | null;
};

/** What is said, given and offered about a parcel that may be late or is. Part of the answer, and without JavaScript. */
export function DelayNotice({ about, of, reader, token, formKey, shop, country, said }: DelayNoticeProps) {
  const { notice, gift, chosen } = about;
  const choices = notice === null || notice.choices.length === 0 ? null : notice.choices;
  const form = { token, formKey, parcel: about.parcel, reader, shop, country };
  return (
    <div className="sorry">
      {(notice === null ? [] : noticeLines(notice, of, reader)).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {gift !== null && <GiftCard gift={gift} reader={reader} />}
      <ChosenRemedy chosen={chosen} said={said} form={form} />
      {choices !== null && (chosen === null || chosen.state === "declined") && (
        <Choices choices={choices} form={form} />
      )}
      {choices !== null && chosen?.state === "waiting" && (
        <details className="fold">
          <summary>{reader.say("remedy.more")}</summary>
          <Choices choices={choices} form={form} isFolded />
        </details>
      )}
    </div>
  );
}
