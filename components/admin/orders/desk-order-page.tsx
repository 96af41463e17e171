import type { ReactNode } from "react";
import { RoomHead } from "#components/admin/room-head.tsx";
import { answerText } from "#components/tracking/answer-words.ts";
import { onDay } from "#components/tracking/reader.ts";
import { Said } from "#components/ui/said.tsx";
import type { OrderMoment } from "#lib/promise/page/order-moments.ts";
import type { Clock } from "#lib/promise/page/record-then.ts";
import { dayOfInstant } from "#lib/tracking/page/local-times.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { type ChoiceFacts, DelayCard, type DelayFacts } from "./delay-card.tsx";
import type { OrderReader } from "./desk-order-view.ts";
import { ItemsCard, type OrderLine, type OrderMoney } from "./items-card.tsx";
import { LinkCard, type LinkFacts } from "./link-card.tsx";
import { MessageCard, type MessageFacts } from "./message-card.tsx";
import { OfferCard, type OfferFacts } from "./offer-card.tsx";
import { type ParcelBehind, ParcelCard } from "./parcel-card.tsx";
import { type LedgerWord, PromiseCard } from "./promise-card.tsx";
import { RawWords } from "./raw-words.tsx";
import { ShopperCard, type ShopperFacts } from "./shopper-card.tsx";
import { TimeCard } from "./time-card.tsx";

/** Everything that the desk shows of one order. */
export type DeskOrderView = {
  readonly page: TrackingPage;
  readonly placedAt: string;
  readonly cancelledAt: string | null;
  readonly parcels: ReadonlyMap<number, ParcelBehind>;
  readonly words: readonly LedgerWord[];
  readonly delays: readonly DelayFacts[];
  readonly choices: readonly ChoiceFacts[];
  readonly messages: readonly MessageFacts[];
  readonly lines: readonly OrderLine[];
  readonly money: OrderMoney;
  readonly shopper: ShopperFacts;
  readonly link: LinkFacts;
  readonly offer: OfferFacts;
  readonly moments: readonly OrderMoment[];
  readonly clock: Clock;
  /** How many things carriers told. */
  readonly told: number;
};

type DeskOrderPageProps = {
  readonly about: OrderReader;
  readonly shop: string;
  /** Where the list is, and this page. */
  readonly listPath: string;
  readonly path: string;
  readonly view: DeskOrderView;
  readonly said: "revoked" | "renewed" | null;
  /** Asks the carriers at once. */
  readonly checkNow: ReactNode;
};

/** One order, whole: what its shopper reads, its parcels, what was promised, what went wrong, and how it stood before. */
export function DeskOrderPage({ about, shop, listPath, path, view, said, checkNow }: DeskOrderPageProps) {
  const { say } = about;
  const { page, words, delays, choices, messages, lines, money, shopper, link, offer, moments, clock } = view;
  const title = say("orders.one.title", { number: page.orderNumber });
  return (
    <>
      <p className="way-back">
        <a className="quiet-link" href={listPath}>
          {say("orders.one.back")}
        </a>
      </p>
      <RoomHead say={say} title={title} shop={shop} heading={title} lead={leadText(view, about)} />
      {said !== null && <LinkSaid about={about} said={said} path={path} />}
      <div className="order-columns">
        <div className="order-main">
          <Says about={about} view={view} checkNow={checkNow} />
          <DelayCard about={about} delays={delays} choices={choices} />
          <Parcels about={about} view={view} />
          <PromiseCard about={about} words={words} parcels={page.parcels.length} />
          <TimeCard about={about} moments={moments} clock={clock} path={path} />
          {view.told > 0 && <Raw about={about} told={view.told} path={path} />}
        </div>
        <div className="order-side">
          <ShopperCard about={about} shopper={shopper} path={path} />
          <ItemsCard about={about} lines={lines} money={money} />
          <LinkCard about={about} link={link} path={path} />
          <MessageCard about={about} messages={messages} />
          <OfferCard say={say} offer={offer} />
        </div>
      </div>
    </>
  );
}

type PartProps = { readonly about: OrderReader; readonly view: DeskOrderView };

function leadText(
  { placedAt, cancelledAt, shopper: { name } }: DeskOrderView,
  { say, reader, zone }: OrderReader,
): string {
  const day = onDay(dayOfInstant(placedAt, zone), reader);
  const placed = name === null ? say("orders.one.leadNobody", { day }) : say("orders.one.lead", { day, name });
  if (cancelledAt === null) return placed;
  return `${placed} ${say("orders.one.cancelled", { day: onDay(dayOfInstant(cancelledAt, zone), reader) })}`;
}

/** A revoked link comes back as another one: the way to it stands beside what was done. */
function LinkSaid({
  about: { say },
  said,
  path,
}: Pick<DeskOrderPageProps, "about" | "path"> & { readonly said: "revoked" | "renewed" }) {
  return (
    <div className="said-row">
      <Said text={say(`orders.said.${said}`)} />
      {said === "revoked" && (
        <form method="post" action={`${path}/renew`}>
          <button type="submit" className="button button-quiet">
            {say("orders.undo")}
          </button>
        </form>
      )}
    </div>
  );
}

function Says({ about, view: { page, link }, checkNow }: PartProps & { readonly checkNow: ReactNode }) {
  const { say, reader } = about;
  const carrier = page.parcels.find(({ number }) => number === page.answerParcel)?.carrierName ?? "";
  return (
    <section className="card card-lit" aria-labelledby="says">
      <h2 id="says" className="card-label">
        {say("orders.one.says")}
      </h2>
      {link.kind === "open" ? (
        <p className="order-says">{answerText(page.answer, reader, carrier)}</p>
      ) : (
        <p className="order-says">{say("orders.one.noPage")}</p>
      )}
      <div className="order-actions">
        {checkNow}
        {link.kind === "open" && (
          <a className="button button-quiet" href={link.url} target="_blank" rel="noopener">
            {say("orders.one.seePage")}
          </a>
        )}
      </div>
    </section>
  );
}

function Parcels({ about, view: { page, parcels } }: PartProps) {
  const { say } = about;
  if (page.parcels.length === 0) {
    return (
      <section className="card" aria-labelledby="parcels">
        <h2 id="parcels" className="card-heading">
          {say("orders.one.nothingSent")}
        </h2>
        <p className="text-muted">{say("orders.one.nothingSentText")}</p>
      </section>
    );
  }
  return page.parcels.map((parcel) => (
    <ParcelCard key={parcel.number} about={about} page={page} parcel={parcel} behind={parcels.get(parcel.number)} />
  ));
}

function Raw({
  about: { say },
  told,
  path,
}: {
  readonly about: OrderReader;
  readonly told: number;
  readonly path: string;
}) {
  return (
    <section className="card" aria-labelledby="raw">
      <h2 id="raw" className="card-heading">
        {say("orders.one.raw")}
      </h2>
      <p className="text-muted">{say("orders.one.rawText", { count: told })}</p>
      <RawWords
        href={`${path}/payloads`}
        words={{
          show: say("orders.one.rawShow"),
          hide: say("orders.one.rawHide"),
          file: say("orders.one.rawFile"),
          copy: say("orders.one.copy"),
          copied: say("orders.one.copied"),
          trouble: say("orders.one.rawTrouble"),
        }}
      />
    </section>
  );
}
