import type { Locale } from "#lib/brand/locale.ts";
import { dayText } from "#lib/brand/words/dates.ts";
import type { Say } from "#lib/brand/words/speak.ts";
import type { Parcel } from "#lib/tracking/tracking-page.ts";

/** "Handed to UPS on Tuesday 4 November", or without the day where nobody told it. */
export function handoverLine(
  parcel: Parcel,
  { locale, today, say }: { readonly locale: Locale; readonly today: string; readonly say: Say },
): string {
  const carrier = parcel.carrierName;
  if (parcel.handedOverOn === null) return say("quiet.handedOverSomeday", { carrier });
  return say("quiet.handedOver", { carrier, day: dayText(parcel.handedOverOn, locale, { today }) });
}
