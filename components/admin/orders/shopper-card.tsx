import { countryText } from "#lib/brand/languages/dates.ts";
import { daysText, type OrderReader } from "./desk-order-view.ts";

/** Who ordered, and where it goes. */
export type ShopperFacts = {
  readonly name: string | null;
  readonly email: string | null;
  /** Orders so far; null where nobody is known to have ordered. */
  readonly orders: number | null;
  readonly tier: string | null;
  readonly points: number | null;
  readonly neededBy: string | null;
  readonly note: string | null;
  readonly shippingMethod: string | null;
  readonly financialStatus: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly country: string | null;
  /** Street and phone, where they were asked for. */
  readonly whole: {
    readonly name: string | null;
    readonly street: string | null;
    readonly postcode: string | null;
    readonly phone: string | null;
  } | null;
  readonly most: number;
};

type ShopperCardProps = { readonly about: OrderReader; readonly shopper: ShopperFacts; readonly path: string };

/** The shopper, as far as the desk needs to know them; street and phone only when they are asked for. */
export function ShopperCard({ about, shopper, path }: ShopperCardProps) {
  const { say, reader } = about;
  const { email, neededBy, note, shippingMethod, financialStatus, whole } = shopper;
  const facts = [
    ["method", shippingMethod],
    ["payment", financialStatus],
    ["note", note],
  ] as const;
  return (
    <section className="card" aria-labelledby="shopper">
      <h2 id="shopper" className="card-heading">
        {say("orders.one.shopper")}
      </h2>
      <div>
        <p className="order-name">{shopper.name ?? say("orders.nobody")}</p>
        {email !== null && (
          <p dir="ltr" className="order-email">
            <a href={`mailto:${email}`}>{email}</a>
          </p>
        )}
        {historyText(shopper, about) !== "" && <p className="text-muted">{historyText(shopper, about)}</p>}
      </div>
      {neededBy !== null && (
        <p className="order-needed">
          {say("orders.one.needed", { day: daysText({ fromDay: neededBy, toDay: neededBy }, about) })}
        </p>
      )}
      <div>
        <h3 className="card-label">{say("orders.one.address")}</h3>
        <address className="order-address">
          {whole !== null && <p>{[whole.name, whole.street].filter((part) => part !== null).join(", ")}</p>}
          <p>{[whole?.postcode ?? null, shopper.city, shopper.region].filter((part) => part !== null).join(" ")}</p>
          {shopper.country !== null && <p>{countryText(shopper.country, reader.language)}</p>}
          {whole?.phone != null && <p dir="ltr">{whole.phone}</p>}
        </address>
        <a className="quiet-link" href={whole === null ? `${path}?address=open#shopper` : `${path}#shopper`}>
          {say(whole === null ? "orders.one.showAddress" : "orders.one.hideAddress")}
        </a>
      </div>
      <dl className="facts">
        {facts.map(([name, text]) =>
          text === null || text === "" ? null : (
            <div key={name}>
              <dt>{say(`orders.one.${name}`)}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}

function historyText({ orders, tier, points, most }: ShopperFacts, { say }: OrderReader): string {
  const many = orders !== null && orders > most;
  const history = orders === null ? [] : [say("orders.one.history", { count: orders })];
  return [
    ...(many ? [say("orders.one.historyMany", { count: most })] : history),
    ...(tier === null ? [] : [say("orders.one.tier", { tier })]),
    ...(points === null || points === 0 ? [] : [say("orders.one.points", { count: points })]),
  ].join(" · ");
}
