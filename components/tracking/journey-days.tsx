import type { JourneyDay, JourneyEntry } from "#lib/tracking/page/tracking-page.ts";
import { onDay, type Reader } from "./reader.ts";
import { scanSentence } from "./scan-sentence.tsx";

/** Scans by day, newest first: the time, what happened and where in our words, then the carrier's own, smaller. */
export function JourneyDays({ days, reader }: { readonly days: readonly JourneyDay[]; readonly reader: Reader }) {
  return (
    <ol className="days">
      {fromOldest(days).map(({ day, entries, nth }) => (
        <li key={nth} className="day">
          <p className="day-name">
            <time dateTime={day}>{onDay(day, reader)}</time>
          </p>
          <ol>
            {fromOldest(entries).map(({ nth, ...entry }) => (
              <Scan key={nth} entry={entry} reader={reader} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

/** What comes newest first, counted from the oldest: new ones come in above, and what was there keeps its number. */
function fromOldest<T extends object>(list: readonly T[]): readonly (T & { readonly nth: number })[] {
  return list.map((each, at) => ({ ...each, nth: list.length - at }));
}

function Scan({ entry, reader }: { readonly entry: JourneyEntry; readonly reader: Reader }) {
  const sentence = scanSentence(entry, reader);
  return (
    <li className={entry.status === null ? "scan scan-note" : "scan"}>
      {entry.time === null ? <span /> : <time className="scan-time">{entry.time}</time>}
      <div>
        <p>{sentence ?? <bdi>{entry.carrierText}</bdi>}</p>
        {sentence !== null && entry.carrierText !== null && (
          <p className="scan-carrier">
            <bdi>{entry.carrierText}</bdi>
          </p>
        )}
      </div>
    </li>
  );
}
