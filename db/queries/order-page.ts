import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { readTenant, tenantRead } from "#db/tenant.ts";
import type { MerchantId, OrderId, ShopperId } from "#lib/kernel/ids.ts";
import type { Observation } from "#lib/tracking/observation.ts";
import { channelsFrom, channelsOf, type DialsRecord } from "./dials.ts";
import { type AskFloors, askableAmong } from "./due-shipments.ts";
import { neededBySaid } from "./judged-parcels.ts";
import type { LinkDoor } from "./links.ts";
import { type ObservationRow, observationFields, observationFrom } from "./observations.ts";
import {
  delayRules,
  judgement,
  listOf,
  type StoredJudgement,
  type StoredPromise,
  type StoredTrouble,
  saidOf,
  tier,
  troubleOf,
} from "./order-trouble.ts";
import { revivable } from "./schedule-shipments.ts";
import { type Asking, askingFields } from "./tracking-states.ts";

/** A shop's face with its published brand: read the tokens through `brandFrom`. */
type Face = {
  readonly slug: string;
  readonly shopName: string;
  readonly zone: string;
  readonly locale: string;
  readonly storefrontUrl: string | null;
  readonly supportEmail: string | null;
  /** Its parcels are the sandbox carriers'. */
  readonly sandbox: boolean;
  /** As JSON text, so that what is known already need not be read again. Null when nothing is published. */
  readonly tokens: string | null;
};

/** What the page shows of the order itself; street, postcode and notes are not read at all. Instants are ISO. */
type Head = {
  readonly orderId: OrderId;
  readonly number: string;
  readonly placedAt: string;
  readonly cancelledAt: string | null;
  readonly shipName: string | null;
  readonly shipCity: string | null;
  readonly shipRegion: string | null;
  readonly shipCountry: string | null;
  readonly hasPostcode: boolean;
  readonly neededBy: string | null;
  readonly neededBySaid: "order" | "page" | null;
  readonly shopperLocale: string | null;
  readonly chosenLocale: string | null;
};

type Line = {
  readonly position: number;
  readonly title: string;
  readonly quantity: number;
  readonly requiresShipping: boolean;
  readonly pictureId: string | null;
  readonly pageUrl: string | null;
  readonly guides: { readonly setup?: string; readonly care?: string; readonly film?: string };
};

type Parcel<Said> = {
  readonly carrier: string;
  readonly shippedAt: string | null;
  readonly items: readonly { readonly position: number; readonly quantity: number | null }[];
  readonly observations: readonly Said[];
  readonly asking: Asking | null;
  /** An account of the merchant answers for its carrier. */
  readonly hasAccount: boolean;
  /** It is on the schedule. */
  readonly isScheduled: boolean;
  /** A look at this moment would ask its carrier, or put it back on the schedule. */
  readonly isAskable: boolean;
  readonly judgement: StoredJudgement | null;
  /** What the shopper said of it and nobody has settled yet: a kind of concern. */
  readonly concern: string | null;
} & StoredTrouble;

/** The shopper's tier, and what the merchant set about delays: read it through its schema. */
type Shared = { readonly tier: string | null; readonly delayRules: unknown };
type Shopper = { readonly shopperId: ShopperId | null; readonly hasPhone: boolean; readonly channels: unknown };
type Row = Face &
  Head &
  Shopper & {
    readonly lines: readonly Line[];
    readonly parcels: readonly Parcel<ObservationRow>[];
    readonly promises: readonly StoredPromise[];
    readonly unsent: StoredTrouble;
  } & Shared;

/** All that is stored of one order, for its page. */
export type StoredOrder = Face &
  Head & {
    /** By position. */
    readonly lines: readonly Line[];
    /** The outbound ones, first handed over first. */
    readonly parcels: readonly Parcel<Observation>[];
    /** For the whole order, oldest first. */
    readonly promises: readonly StoredPromise[];
    /** About what no parcel of it holds. */
    readonly unsent: StoredTrouble;
    /** Null where nobody is known to have ordered. */
    readonly dials: DialsRecord | null;
  } & Shared;

const lines = sql`
  select l.position, l.title, l.quantity, l.requires_shipping as "requiresShipping", p.picture_id as "pictureId",
    p.page_url as "pageUrl", p.guide_links as guides
  from line_items l join products p on p.merchant_id = l.merchant_id and p.id = l.product_id
  where l.merchant_id = o.merchant_id and l.order_id = o.id order by l.position`;

const items = sql`
  select i.position, i.quantity from shipment_items i
  where i.merchant_id = s.merchant_id and i.shipment_id = s.id order by i.position`;

const said = sql`
  select ${observationFields} from observations
  where merchant_id = s.merchant_id and shipment_id = s.id order by observed_at`;

const parcels = sql`
  select s.carrier, s.shipped_at as "shippedAt", ${listOf(items)} as items, ${listOf(said)} as observations,
    (select row_to_json(t) from (select ${askingFields} from tracking_states
      where merchant_id = s.merchant_id and shipment_id = s.id) t) as asking,
    exists (select 1 from carrier_accounts where merchant_id = s.merchant_id and (carrier = s.carrier or aggregator)) as "hasAccount",
    exists (select 1 from due_shipments where merchant_id = s.merchant_id and shipment_id = s.id) as "isScheduled",
    exists (${askableAmong(sql`d.merchant_id = s.merchant_id and d.shipment_id = s.id`)}) or ${revivable} as "isAskable",
    ${judgement} as judgement, ${troubleOf(sql`s.id`)},
    (select q.kind from desk_items q where q.merchant_id = s.merchant_id and q.subject_id = s.id and q.topic = 'voice'
      and q.resolved_at is null) as concern
  from shipments s
  where s.merchant_id = o.merchant_id and s.order_id = o.id and s.direction = 'outbound' order by s.shipped_at, s.id`;

const columns = sql`m.slug, m.name as "shopName", m.zone, m.locale, m.storefront_url as "storefrontUrl",
    m.support_email as "supportEmail", m.sandbox, b.tokens::text as tokens,
    o.id as "orderId", o.number, o.placed_at as "placedAt", o.cancelled_at as "cancelledAt", o.ship_name as "shipName",
    o.ship_city as "shipCity", o.ship_region as "shipRegion", o.ship_country as "shipCountry", o.needed_by as "neededBy",
    ${neededBySaid} as "neededBySaid",
    c.id as "shopperId", c.locale as "shopperLocale", c.chosen_locale as "chosenLocale",
    o.ship_phone is not null as "hasPhone", coalesce(btrim(o.ship_postcode), '') <> '' as "hasPostcode",
    ${channelsOf(sql`o.merchant_id`, sql`o.shopper_id`)} as channels,
    ${listOf(lines)} as lines, ${listOf(parcels)} as parcels,
    ${saidOf(null)} as promises, (select row_to_json(u) from (select ${troubleOf(null)}) u) as unsent,
    ${tier} as tier, ${delayRules} as "delayRules"`;

const around = sql`
  left join shoppers c on c.merchant_id = o.merchant_id and c.id = o.shopper_id
  left join brands b on b.merchant_id = o.merchant_id and b.state = 'published'`;

const orderOfLink = tenantRead<Row>(sql`
  select ${columns}
  from tracking_links k
  join merchants m on m.id = k.merchant_id
  join orders o on o.merchant_id = k.merchant_id and o.id = k.order_id ${around}
  where k.merchant_id = ${sql.placeholder("merchantId")} and k.id = ${sql.placeholder("linkId")}
    and k.token_hash = ${sql.placeholder("tokenHash")} and k.revoked_at is null`);

const orderOfId = tenantRead<Row>(sql`
  select ${columns}
  from orders o join merchants m on m.id = o.merchant_id ${around}
  where o.merchant_id = ${sql.placeholder("merchantId")} and o.id = ${sql.placeholder("orderId")}`);

/**
 * The order behind a live link with this very hash, or null when it was revoked since. One statement, since a page view waits
 * for each. Uses the primary keys, `shipments_by_order`, `observations_by_shipment`, `promises_of_order`,
 * `brands_one_published`, `carrier_accounts_by_carrier`, `consents_of_shopper`, `delays_once`, `gestures_once`,
 * `remedies_by_order` and `desk_items_once`.
 */
export async function findOrderOfLink(
  db: Db,
  key: LinkDoor & { readonly tokenHash: string; readonly floors: AskFloors },
): Promise<StoredOrder | null> {
  const { floors, ...values } = key;
  const [row] = await readTenant(db, orderOfLink, { ...values, ...floors });
  return row === undefined ? null : storedOrder(row);
}

/** The same of an order by its id, for the desk; null where the merchant has none. Uses the same indexes. */
export async function findOrderForDesk(
  db: Db,
  key: { readonly merchantId: MerchantId; readonly orderId: OrderId; readonly floors: AskFloors },
): Promise<StoredOrder | null> {
  const { floors, ...values } = key;
  const [row] = await readTenant(db, orderOfId, { ...values, ...floors });
  return row === undefined ? null : storedOrder(row);
}

function storedOrder(row: Row): StoredOrder {
  const { shopperId, hasPhone, channels, ...order } = row;
  const { chosenLocale: language, neededBy } = order;
  return {
    ...order,
    parcels: order.parcels.map((parcel) => ({ ...parcel, observations: parcel.observations.map(observationFrom) })),
    dials: shopperId === null ? null : { shopperId, language, neededBy, hasPhone, channels: channelsFrom(channels) },
  };
}
