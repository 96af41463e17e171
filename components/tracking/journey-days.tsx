import type { JourneyDay, JourneyEntry } from "#lib/tracking/page/tracking-page.ts";
import { onDay, type Reader } from "./reader.ts";
import { scanSentence } from "./scan-sentence.tsx";

/** Scans by day, newest first: the time, what happened and where in our words, then the carrier's own, smaller. */
export function JourneyDays({ days, reader }: { readonly days: readonly JourneyDay[]; readonly reader: Reader }) {
  return (
    <ol className="days">
      {days.map(({ day, entries }) => (
        <li key={`${day} ${entries[0]?.time} ${entries[0]?.carrierText}`} className="day">
          <p className="day-name">
            <time dateTime={day}>{onDay(day, reader)}</time>
          </p>
          <ol>
            {entries.map((entry) => (
              <Scan key={JSON.stringify(entry)} entry={entry} reader={reader} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
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
