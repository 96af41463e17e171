import type { ReactNode } from "react";
import { movementOf } from "#lib/tracking/page/movement-of.ts";
import type { JourneyEntry } from "#lib/tracking/page/tracking-page.ts";
import { placeValues, type Reader } from "./reader.ts";

type ScanKey = Extract<Parameters<Reader["say"]>[0], `scan.${string}`>;

/** What a scan says in our words, the place stressed; null where only the carrier's own words tell anything. */
export function scanSentence(entry: JourneyEntry, reader: Reader): ReactNode | null {
  const values = placeValues(entry.place, reader);
  if (entry.effect !== "moves" && values.at === "none" && entry.carrierText !== null) return null;
  return reader.say.rich(keyOf(entry), { ...values, town: (words) => <b className="scan-place">{words}</b> });
}

/** The same as plain text. */
export function scanText(entry: JourneyEntry, reader: Reader): string {
  const values = placeValues(entry.place, reader);
  return reader.say.markup(keyOf(entry), { ...values, town: (words) => words });
}

function keyOf({ effect, status, carrierText }: JourneyEntry): ScanKey {
  if (effect !== "moves") return "scan.note";
  const movement = status === "in_transit" ? movementOf(carrierText) : null;
  return `scan.${movement ?? status}`;
}
