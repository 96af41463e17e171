import { and, eq, inArray, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import { remedies } from "#db/schema/index.ts";
import type { MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";
import type { Choice, Remedy } from "#lib/promise/remedy/remedy.ts";

type OrderKey = { readonly merchantId: MerchantId; readonly orderId: OrderId };
/** `shipmentId` is null for what was not handed over yet. */
export type RemedyPlace = OrderKey & { readonly shipmentId: ShipmentId | null };
type RemedyKey = { readonly merchantId: MerchantId; readonly remedyId: string };

export type StoredRemedy = Choice & {
  readonly id: string;
  readonly shipmentId: ShipmentId | null;
  /** As it was stored: read it through the schema of `lib/use-cases/promises`. */
  readonly details: unknown;
  readonly requestKey: string | null;
};

/** Lets those who choose for an order take turns, until the transaction ends. */
export async function lockRemedies(tx: Tx, { orderId }: OrderKey): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`remedies ${orderId}`}, 0))`);
}

/** All that was ever chosen for an order, newest first. Uses `remedies_by_order`. */
export async function remediesOf(tx: Tx, { merchantId, orderId }: OrderKey): Promise<readonly StoredRemedy[]> {
  return await tx.execute<StoredRemedy>(sql`
    select id, shipment_id as "shipmentId", remedy, state, details, request_key as "requestKey"
    from remedies where merchant_id = ${merchantId} and order_id = ${orderId} order by chosen_at desc, id desc`);
}

/** The parcel with this number on the page, 1-based; null where there is none. Uses `shipments_by_order`. */
export async function findParcelNumbered(
  tx: Tx,
  { merchantId, orderId, number }: OrderKey & { readonly number: number },
): Promise<ShipmentId | null> {
  const [row] = await tx.execute<{ id: ShipmentId }>(sql`
    select id from shipments
    where merchant_id = ${merchantId} and order_id = ${orderId} and direction = 'outbound'
    order by shipped_at, id limit 1 offset ${number - 1}`);
  return row?.id ?? null;
}

export type NewRemedy = RemedyPlace & {
  readonly id: string;
  readonly remedy: Remedy;
  readonly details: object;
  readonly requestKey: string | null;
  readonly chosenAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant | null;
  /** The shop is asked, beside what waits in the desk. */
  readonly isRequest: boolean;
};

/** Writes what was chosen; it waits from then on. Throws where another choice for the same parcel waits: `remedies_waiting`. */
export async function addRemedy(tx: Tx, { isRequest, chosenAt, dueAt, ...remedy }: NewRemedy): Promise<void> {
  await tx.insert(remedies).values({
    ...remedy,
    ...{ state: "waiting", chosenAt: chosenAt.toString(), dueAt: dueAt?.toString() ?? null },
    request: isRequest ? "queued" : null,
  });
}

/** Writes what the shop decided by itself: it is begun, and its own system is asked. */
export async function addShopRemedy(
  tx: Tx,
  remedy: RemedyPlace & { readonly id: string; readonly remedy: Remedy; readonly answer: string | null },
): Promise<void> {
  const now = sql`clock_timestamp()`;
  const begun = { state: "accepted", chosenBy: "shop", chosenAt: now, settledAt: now, request: "queued" } as const;
  await tx.insert(remedies).values({ ...remedy, ...begun });
}

export type Withdrawn = { readonly remedy: Remedy; readonly isRequest: boolean };

/**
 * Takes back what still waits; null where it does not. Where the shop was asked, it has to be told, whether the request has
 * left or not. Uses the primary key.
 */
export async function takeBackWaiting(
  tx: Tx,
  { merchantId, remedyId, orderId }: RemedyKey & OrderKey,
): Promise<Withdrawn | null> {
  const [row] = await tx.execute<Withdrawn>(sql`
    update remedies set state = 'taken_back', settled_at = clock_timestamp(), request_error = null,
      request = case when request is null then null else 'queued' end
    where merchant_id = ${merchantId} and id = ${remedyId} and order_id = ${orderId} and state = 'waiting'
    returning remedy, request is not null as "isRequest"`);
  return row ?? null;
}

export type Settled = { readonly orderId: OrderId; readonly remedy: Remedy; readonly before: Choice["state"] };

/**
 * Writes what the shop did about a choice; null where it no longer stands at one of `from`. A request that has not left stays:
 * who acted knows already. Uses the primary key.
 */
export async function settle(
  tx: Tx,
  {
    merchantId,
    remedyId,
    from,
    to,
    answer,
  }: RemedyKey & {
    readonly from: readonly Choice["state"][];
    readonly to: Choice["state"];
    readonly answer: string | null;
  },
): Promise<Settled | null> {
  const [row] = await tx.execute<Settled>(sql`
    update remedies r set state = ${to}, settled_at = clock_timestamp(), request = nullif(r.request, 'queued'),
      answer = coalesce(${answer}, r.answer)
    from (select state from remedies where merchant_id = ${merchantId} and id = ${remedyId} for update) was
    where r.merchant_id = ${merchantId} and r.id = ${remedyId} and ${inArray(sql`was.state`, [...from])}
    returning r.order_id as "orderId", r.remedy, was.state as before`);
  return row ?? null;
}

/** How a choice stands; null where there is none of this id. Uses the primary key. */
export async function findRemedyState(tx: Tx, { merchantId, remedyId }: RemedyKey): Promise<Choice["state"] | null> {
  const [row] = await tx
    .select({ state: remedies.state })
    .from(remedies)
    .where(and(eq(remedies.merchantId, merchantId), eq(remedies.id, remedyId)))
    .limit(1);
  return row?.state ?? null;
}

export type WaitingRemedy = {
  readonly id: string;
  readonly orderNumber: string;
  readonly shipmentId: ShipmentId | null;
  readonly remedy: Remedy;
  readonly details: unknown;
  /** As PostgreSQL writes instants. */
  readonly chosenAt: string;
  readonly dueAt: string;
  readonly isOverdue: boolean;
  readonly request: "queued" | "sent" | "failed" | null;
  readonly requestError: string | null;
};

/** What waits for the shop, first due first, for the desk; `after` is the last of the page before. Uses `remedies_due`. */
export async function remediesDue(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly after: Pick<WaitingRemedy, "id" | "dueAt"> | null;
    readonly limit: number;
  },
): Promise<readonly WaitingRemedy[]> {
  const { merchantId, after, limit } = input;
  const rest = after === null ? sql`true` : sql`(r.due_at, r.id) > (${after.dueAt}::timestamptz, ${after.id}::uuid)`;
  return await tx.execute<WaitingRemedy>(sql`
    select r.id, o.number as "orderNumber", r.shipment_id as "shipmentId", r.remedy, r.details, r.chosen_at::text as "chosenAt",
      r.due_at::text as "dueAt", r.due_at < now() as "isOverdue", r.request, r.request_error as "requestError"
    from remedies r join orders o on o.merchant_id = r.merchant_id and o.id = r.order_id
    where r.merchant_id = ${merchantId} and r.state = 'waiting' and r.due_at is not null and ${rest}
    order by r.due_at, r.id limit ${limit}`);
}
