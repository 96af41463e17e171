import type { Voice } from "#lib/brand/languages/voice.ts";
import type { Item } from "#lib/tracking/page/tracking-page.ts";

/** A long order opens on its first few things; the rest is one tap away, without JavaScript. */
const SHOWN = 5;

/** Things with their pictures; each leads back to its product. */
export function ItemList({ items, voice }: { readonly items: readonly Item[]; readonly voice: Voice }) {
  if (items.length === 0) return null;
  const shown = items.length <= SHOWN + 1 ? items : items.slice(0, SHOWN);
  const folded = items.slice(shown.length);
  return (
    <>
      <Rows items={shown} voice={voice} />
      {folded.length > 0 && (
        <details className="more">
          <summary>{voice.say("items.more", { count: folded.length })}</summary>
          <Rows items={folded} voice={voice} />
        </details>
      )}
    </>
  );
}

function Rows({ items, voice }: { readonly items: readonly Item[]; readonly voice: Voice }) {
  return (
    <ul className="items">
      {items.map((item) => (
        <li key={item.position} className="item">
          <Picture item={item} />
          <Title item={item} />
          {item.quantity !== null && <Quantity count={item.quantity} voice={voice} />}
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
  if (item.pageUrl === null)
    return (
      <span className="item-title">
        <bdi>{item.title}</bdi>
      </span>
    );
  return (
    <a className="item-title" href={item.pageUrl}>
      <bdi>{item.title}</bdi>
    </a>
  );
}

function Quantity({ count, voice }: { readonly count: number; readonly voice: Voice }) {
  const { say } = voice;
  return (
    <span className="item-quantity">
      <span aria-hidden="true">{say("items.quantity", { count })}</span>
      <span className="sr-only">{say("items.quantityLabel", { count })}</span>
    </span>
  );
}
