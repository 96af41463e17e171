import { amountText } from "#lib/brand/languages/amounts.ts";
import type { OrderReader } from "./desk-order-view.ts";

/** A line of the order. */
export type OrderLine = {
  readonly position: number;
  readonly title: string;
  readonly sku: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly picturePath: string | null;
  readonly pageUrl: string | null;
};

/** What the order comes to, in minor units of `currency`. */
export type OrderMoney = {
  readonly currency: string;
  readonly subtotalMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly discountMinor: number;
  readonly totalMinor: number;
};

type ItemsCardProps = {
  readonly about: OrderReader;
  readonly lines: readonly OrderLine[];
  readonly money: OrderMoney;
};

/** More lines than these are folded: what it came to stays in sight. */
const MOST_LINES = 8;

/** What was bought, with pictures, and what it came to. */
export function ItemsCard({ about, lines, money }: ItemsCardProps) {
  const { say, reader } = about;
  const amount = (minor: number) => amountText(minor, money.currency, reader.language);
  const sums = [
    ["subtotal", money.subtotalMinor],
    ["shipping", money.shippingMinor],
    ["tax", money.taxMinor],
    ["discount", -money.discountMinor],
  ] as const;
  return (
    <section className="card" aria-labelledby="items">
      <h2 id="items" className="card-heading">
        {say("orders.one.items")}
      </h2>
      <Lines lines={lines.slice(0, MOST_LINES)} amount={amount} />
      {lines.length > MOST_LINES && (
        <details className="fold">
          <summary>{say("orders.one.moreItems", { count: lines.length - MOST_LINES })}</summary>
          <Lines lines={lines.slice(MOST_LINES)} amount={amount} />
        </details>
      )}
      <dl className="sums">
        {sums
          .filter(([name, minor]) => name === "subtotal" || minor !== 0)
          .map(([name, minor]) => (
            <div key={name}>
              <dt>{say(`orders.one.${name}`)}</dt>
              <dd>{amount(minor)}</dd>
            </div>
          ))}
        <div className="sums-total">
          <dt>{say("orders.one.total")}</dt>
          <dd>{amount(money.totalMinor)}</dd>
        </div>
      </dl>
    </section>
  );
}

type LinesProps = { readonly lines: readonly OrderLine[]; readonly amount: (minor: number) => string };

function Lines({ lines, amount }: LinesProps) {
  return (
    <ul className="order-lines">
      {lines.map((line) => (
        <li key={line.position} className="order-line">
          {line.picturePath === null ? (
            <span className="order-picture" />
          ) : (
            <img className="order-picture" src={line.picturePath} alt="" width={56} height={56} loading="lazy" />
          )}
          <div>
            <p>{line.pageUrl === null ? line.title : <a href={line.pageUrl}>{line.title}</a>}</p>
            <p className="order-sku" dir="ltr">
              {line.sku}
            </p>
          </div>
          <p className="order-price">
            {line.quantity > 1 && <span className="order-count">{line.quantity} × </span>}
            {amount(line.unitPriceMinor)}
          </p>
        </li>
      ))}
    </ul>
  );
}
