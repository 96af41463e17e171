import { isEnd } from "#lib/tracking/page/questions-of.ts";
import type { Answer, Item, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import type { Reader } from "./reader.ts";

const KINDS = ["setup", "care", "film"] as const;
/** More than these few would be a catalogue. */
const MOST = 4;

/** How to set things up and look after them, for the things that have it: before they come and after. */
export function Guides({ page, reader: { say } }: { readonly page: TrackingPage; readonly reader: Reader }) {
  const items = itemsWithGuides(page);
  if (items.length === 0 || comesNoMore(page.answer)) return null;
  const hasCome = page.parcels.length > 0 && page.parcels.every(({ status }) => status === "delivered");
  const isHere = hasCome && page.waiting.length === 0;
  return (
    <section className="panel" aria-labelledby="guides">
      <h2 id="guides" className="heading">
        {say(isHere ? "guides.after" : "guides.before")}
      </h2>
      <ul className="guides">
        {items.map((item) => (
          <li key={item.position} className="guide">
            <span className="guide-item">
              <bdi>{item.title}</bdi>
            </span>
            <span className="guide-links">
              {KINDS.map((kind) => {
                const url = item.guides[kind];
                return url === undefined ? null : (
                  <a key={kind} href={url}>
                    {say(`guides.${kind}`)}
                  </a>
                );
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const NO_MORE: ReadonlySet<Answer["kind"]> = new Set([
  "cancelled",
  "expired",
  "lost",
  "returned",
  "returning",
  "stopped",
]);

/** Beside what is lost, broken or on its way back, nobody sets anything up. */
function comesNoMore(answer: Answer): boolean {
  return NO_MORE.has(answer.kind) || (answer.kind === "held" && isEnd(answer.reason));
}

/** Once each, also where a thing is in two parcels. */
function itemsWithGuides({ parcels, waiting }: TrackingPage): readonly Item[] {
  const all = [...parcels.flatMap(({ items }) => items), ...waiting];
  const guided = all.filter(({ guides }) => KINDS.some((kind) => guides[kind] !== undefined));
  return [...new Map(guided.map((item) => [item.title, item])).values()].slice(0, MOST);
}
