import type { ReactNode } from "react";
import { amountText } from "#lib/brand/languages/amounts.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import type { OfferCard, OfferReason, OfferRow } from "#lib/recommend/page/offer-row.ts";
import { OfferList } from "./offer-list.tsx";

type OffersProps = {
  readonly row: OfferRow;
  readonly voice: Voice;
  /** The shop's name. */
  readonly shop: string;
  /** Null on a page that only shows how it would look. */
  readonly token: string | null;
};

/** What goes with the order, and why each thing is here. Links lead to the shop's own pages, by way of ours. */
export function Offers({ row: { cards, sharedReason }, voice, shop, token }: OffersProps) {
  const { say } = voice;
  const hasLink = cards.some(({ reason }) => reason.kind === "bought" || reason.kind === "pinned");
  return (
    <section className="panel offers" aria-labelledby="offers">
      <div className="offers-head">
        <h2 id="offers" className="heading">
          {say(hasLink ? "offers.heading" : "offers.headingOther")}
        </h2>
        {sharedReason !== null && <p className="offer-why">{reasonText(sharedReason, { voice, shop })}</p>}
      </div>
      <OfferList token={token}>
        {cards.map((card) => (
          <li key={card.productId} className="offer" data-offer={card.productId}>
            <Card card={card} voice={voice} token={token}>
              {sharedReason === null && <span className="offer-why">{reasonText(card.reason, { voice, shop })}</span>}
            </Card>
          </li>
        ))}
      </OfferList>
    </section>
  );
}

type CardProps = Pick<OffersProps, "voice" | "token"> & { readonly card: OfferCard; readonly children: ReactNode };

function Card({ card, voice, token, children }: CardProps) {
  const inside = (
    <>
      <Picture card={card} />
      <span className="offer-words">
        <span className="offer-title">
          <bdi>{card.title}</bdi>
        </span>
        {card.price !== null && (
          <bdi className="offer-price">{amountText(card.price.minor, card.price.currency, voice.language)}</bdi>
        )}
        {children}
      </span>
    </>
  );
  if (!card.hasPage || token === null) return <span className="offer-thing">{inside}</span>;
  return (
    <a className="offer-thing" href={`/t/${token}/see?product=${card.productId}`}>
      {inside}
    </a>
  );
}

function Picture({ card: { picturePath, title } }: { readonly card: OfferCard }) {
  if (picturePath !== null)
    return <img className="offer-picture" src={picturePath} alt="" width={320} height={320} loading="lazy" />;
  return (
    <span className="offer-picture item-picture-none" aria-hidden="true">
      {Array.from(title.trim())[0]}
    </span>
  );
}

function reasonText(reason: OfferReason, { voice: { say }, shop }: Pick<OffersProps, "voice" | "shop">): string {
  const title = "title" in reason ? reason.title : "";
  return say(`offers.${reason.kind}`, { title, shop });
}
