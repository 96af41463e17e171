import type { Locale } from "#lib/brand/locale.ts";
import { speak } from "#lib/brand/words/speak.ts";
import type { Item, TrackingPage } from "#lib/tracking/tracking-page.ts";
import { handoverLine } from "./handover-line.ts";
import { ItemList } from "./item-list.tsx";

type ContentsProps = { readonly page: TrackingPage; readonly locale: Locale };
type Group = {
  readonly key: string;
  readonly heading: string;
  readonly line: string | null;
  readonly items: readonly Item[];
};

/** What is in the order, parcel by parcel once there is more than one place where things are. */
export function Contents({ page, locale }: ContentsProps) {
  const say = speak(locale);
  const groups = groupsOf(page, locale);
  const [only, ...others] = groups;
  return (
    <section className="panel">
      <h2 className="heading">{say("items.heading")}</h2>
      {only !== undefined && others.length === 0 ? (
        <ItemList items={only.items} locale={locale} />
      ) : (
        groups.map((group) => (
          <section key={group.key} className="group">
            <h3 className="group-heading">{group.heading}</h3>
            {group.line !== null && <p className="text-small text-muted">{group.line}</p>}
            <ItemList items={group.items} locale={locale} />
          </section>
        ))
      )}
    </section>
  );
}

function groupsOf(page: TrackingPage, locale: Locale): Group[] {
  const say = speak(locale);
  const count = page.parcels.length;
  const parcels = page.parcels.map((parcel) => ({
    key: `parcel-${parcel.number}`,
    heading: count === 1 ? say("items.parcel", { number: 1 }) : say("items.parcelOf", { number: parcel.number, count }),
    line: handoverLine(parcel, { locale, today: page.today, say }),
    items: parcel.items,
  }));
  if (page.waiting.length === 0) return parcels;
  return [...parcels, { key: "waiting", heading: say("items.waiting"), line: null, items: page.waiting }];
}
