import type { Locale } from "#lib/brand/locale.ts";
import { speak } from "#lib/brand/words/speak.ts";
import type { Item } from "#lib/tracking/page/tracking-page.ts";

/** A long order opens on its first few things; the rest is one tap away, without JavaScript. */
const SHOWN = 5;

/** Things with their pictures; each leads back to its product. */
export function ItemList({ items, locale }: { readonly items: readonly Item[]; readonly locale: Locale }) {
  const shown = items.length <= SHOWN + 1 ? items : items.slice(0, SHOWN);
  const folded = items.slice(shown.length);
  return (
    <>
      <Rows items={shown} locale={locale} />
      {folded.length > 0 && (
        <details className="more">
          <summary>{speak(locale)("items.more", { count: folded.length })}</summary>
          <Rows items={folded} locale={locale} />
        </details>
      )}
    </>
  );
}

function Rows({ items, locale }: { readonly items: readonly Item[]; readonly locale: Locale }) {
  return (
    <ul className="items">
      {items.map((item) => (
        <li key={item.position} className="item">
          <Picture item={item} />
          <Title item={item} />
          {item.quantity !== null && <Quantity count={item.quantity} locale={locale} />}
        </li>
      ))}
    </ul>
  );
}

function Picture({ item }: { readonly item: Item }) {
  if (item.picturePath !== null) {
    return <img className="item-picture" src={item.picturePath} alt="" width={72} height={72} loading="lazy" />;
  }
  return (
    <span className="item-picture item-picture-none" aria-hidden="true">
      {Array.from(item.title.trim())[0]}
    </span>
  );
}

function Title({ item }: { readonly item: Item }) {
  if (item.pageUrl === null) return <span className="item-title">{item.title}</span>;
  return (
    <a className="item-title" href={item.pageUrl}>
      {item.title}
    </a>
  );
}

function Quantity({ count, locale }: { readonly count: number; readonly locale: Locale }) {
  const say = speak(locale);
  return (
    <span className="item-quantity">
      <span aria-hidden="true">{say("items.quantity", { count })}</span>
      <span className="sr-only">{say("items.quantityLabel", { count })}</span>
    </span>
  );
}
