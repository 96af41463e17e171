import type { Voice } from "#lib/brand/languages/voice.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { answerText } from "./answer-words.ts";
import { readerOf } from "./reader.ts";
import { scanText } from "./scan-sentence.tsx";

/**
 * What somebody who cannot see the page wants to hear when it changed: the answer, and the newest scan. One that only informs
 * is told as the carrier wrote it, or not at all.
 */
export function announcementOf(page: TrackingPage, voice: Voice): string {
  const reader = readerOf(page, voice);
  const parcel = page.parcels.find(({ number }) => number === page.answerParcel);
  const answer = answerText(page.answer, reader, parcel?.carrierName ?? "");
  const scan = parcel?.journey[0]?.entries[0];
  const news = scan?.effect === "moves" ? scanText(scan, reader) : (scan?.carrierText ?? null);
  return news === null ? answer : reader.say("news", { answer, scan: news });
}
