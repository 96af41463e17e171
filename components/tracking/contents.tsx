import type { Item, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { handoverLine } from "./handover-line.ts";
import { ItemList } from "./item-list.tsx";
import type { Reader } from "./reader.ts";

type ContentsProps = { readonly page: TrackingPage; readonly reader: Reader };
type Group = {
  readonly key: string;
  readonly heading: string;
  readonly line: string | null;
  readonly items: readonly Item[];
};

/**
 * What is in the order. Several parcels show their own things; then only what is still with the shop stands here. Nothing
 * where nobody told what is in the only parcel.
 */
export function Contents({ page, reader }: ContentsProps) {
  const groups = groupsOf(page, reader);
  const [only, ...others] = groups;
  if (only === undefined) return null;
  if (others.length === 0) {
    const heading = page.parcels.length > 1 ? only.heading : reader.say("items.heading");
    return (
      <section className="panel">
        <h2 className="heading">{heading}</h2>
        <ItemList items={only.items} voice={reader} />
      </section>
    );
  }
  return (
    <section className="panel">
      <h2 className="heading">{reader.say("items.heading")}</h2>
      {groups.map((group) => (
        <section key={group.key} className="group">
          <h3 className="group-heading">{group.heading}</h3>
          {group.line !== null && <p className="text-small text-muted">{group.line}</p>}
          <ItemList items={group.items} voice={reader} />
        </section>
      ))}
    </section>
  );
}

function groupsOf({ parcels, waiting }: TrackingPage, reader: Reader): Group[] {
  const { say } = reader;
  const told = parcels.length > 1 ? [] : parcels.filter(({ items }) => items.length > 0);
  const groups = told.map((parcel) => ({
    key: `parcel-${parcel.number}`,
    heading: say("items.parcel", { number: parcel.number }),
    line: handoverLine(parcel, reader),
    items: parcel.items,
  }));
  if (waiting.length === 0) return groups;
  return [...groups, { key: "waiting", heading: say("items.waiting"), line: null, items: waiting }];
}
