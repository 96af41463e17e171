import { type Reader, whenText } from "#components/tracking/reader.ts";
import { windowTexts } from "#lib/brand/languages/dates.ts";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { dayTimeOf } from "#lib/tracking/page/local-times.ts";
import type { Window } from "#lib/tracking/page/tracking-page.ts";
import { REASONS } from "#lib/tracking/reason.ts";

/** Who reads an order at the desk: the desk's words, and the shop's own as its shoppers read them. */
export type OrderReader = {
  readonly say: DeskSay;
  readonly reader: Reader;
  /** The shop's: when things happened is told by its clock. */
  readonly zone: string;
};

/** "Tuesday 4 November, 2:05 pm" by the shop's clock. */
export function momentText(iso: string, { reader, zone }: OrderReader): string {
  return whenText(dayTimeOf(iso, zone), reader);
}

/** "Thursday 6 to Friday 7 November", or one day. */
export function daysText({ fromDay, toDay }: Window, { reader }: OrderReader): string {
  const { from, to } = windowTexts({ fromDay, toDay }, reader.language, reader.today);
  return fromDay === toDay ? to : reader.say("window.between", { from, to });
}

/** Why, in the shop's words; null where the ledger keeps another version's reason, or a rule's name. */
export function reasonText(reason: string | null, { reader }: OrderReader, carrier: string): string | null {
  const known = REASONS.find((each) => each === reason);
  return known === undefined ? null : reader.say(`reason.${known}`, { carrier });
}
