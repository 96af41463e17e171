import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { ProductReason, RowReason } from "#lib/recommend/gate/reasons.ts";

type Offered = {
  readonly sku: string;
  readonly title: string;
  readonly because: "bought" | "pinned" | "used_up" | "popular";
  /** The product that speaks for it, by its title. */
  readonly of: string | null;
};

/** What the order's page offers at this moment, and what not and why. */
export type OfferFacts = {
  readonly reason: RowReason | null;
  readonly shown: readonly Offered[];
  readonly withheld: readonly (Offered & { readonly reason: ProductReason | RowReason })[];
};

/** So many of the withheld are told at once. */
const TOLD = 5;

/** What this shopper is recommended, and what is withheld from them, each with its reason. */
export function OfferCard({ say, offer }: { readonly say: DeskSay; readonly offer: OfferFacts }) {
  const { reason, shown, withheld } = offer;
  const [told, more] = [withheld.slice(0, TOLD), withheld.slice(TOLD)];
  return (
    <section className="card" aria-labelledby="offers">
      <h2 id="offers" className="card-heading">
        {say("orders.offer.title")}
      </h2>
      {reason !== null && <p>{say(`orders.offer.row.${reason}`)}</p>}
      {reason === null && shown.length + withheld.length === 0 && (
        <p className="text-muted">{say("orders.offer.nothing")}</p>
      )}
      {shown.length > 0 && (
        <>
          <h3 className="card-label">{say("orders.offer.shown")}</h3>
          <ul className="offered">
            {shown.map((product) => (
              <li key={product.sku}>
                {product.title} <span className="text-muted">{becauseText(product, say)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {told.length > 0 && (
        <>
          <h3 className="card-label">{say("orders.offer.withheld")}</h3>
          <Withheld say={say} products={told} />
        </>
      )}
      {more.length > 0 && (
        <details className="fold">
          <summary>{say("orders.offer.more", { count: more.length })}</summary>
          <Withheld say={say} products={more} />
        </details>
      )}
    </section>
  );
}

function Withheld({ say, products }: { readonly say: DeskSay; readonly products: OfferFacts["withheld"] }) {
  return (
    <ul className="offered">
      {products.map(({ sku, title, reason }) => (
        <li key={sku}>
          {title} <span className="text-muted">{say(`orders.offer.why.${reason}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function becauseText({ because, of }: Offered, say: DeskSay): string {
  return because === "popular" || of === null
    ? say("orders.offer.because.popular")
    : say(`orders.offer.because.${because}`, { of });
}
