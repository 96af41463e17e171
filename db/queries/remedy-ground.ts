import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { Delay, DelayCause } from "#lib/promise/delay/delay.ts";
import type { Window } from "#lib/tracking/page/tracking-page.ts";
import type { Action, Reason, Responsible } from "#lib/tracking/reason.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { RemedyPlace } from "./remedies.ts";

/** A delay as it was judged last, while it is not solved. */
type StoredDelay = Pick<Delay, "daysLate" | "missesNeeded" | "severity"> & {
  readonly state: "at_risk" | "late" | "stuck" | "lost";
  readonly level: "calm" | "apology";
  readonly cause: DelayCause;
  readonly reason: Reason | null;
  readonly responsible: Responsible | null;
  readonly was: Window | null;
  readonly now: Window | null;
};

/** What the remedies of one parcel depend on. */
export type RemedyGround = {
  readonly status: Status;
  readonly actionRequired: Action | null;
  readonly delay: StoredDelay | null;
  /** The merchant's clock, and that of the parcel's destination. */
  readonly merchantZone: string;
  readonly zone: string;
  /** As stored: read them through the schemas of `lib/use-cases/promises`. Null where none are set. */
  readonly delayRules: unknown;
  readonly promiseRules: unknown;
};

const windowOf = (from: string, to: string) =>
  sql.raw(`
  case when ${to} is null then null else jsonb_build_object('fromDay', coalesce(${from}, ${to}), 'toDay', ${to}) end`);

const delay = sql`
  select jsonb_build_object('state', d.state, 'level', d.level, 'cause', d.cause, 'severity', d.severity,
    'daysLate', d.days_late, 'missesNeeded', d.misses_needed, 'reason', d.reason, 'responsible', d.responsible,
    'was', ${windowOf("d.was_from", "d.was_to")}, 'now', ${windowOf("d.now_from", "d.now_to")})
  from delays d
  where d.merchant_id = o.merchant_id and d.order_id = o.id and d.shipment_id is not distinct from p.id and d.solved_at is null`;

/** All of it for one parcel of an order, or for what is still with the shop. Uses primary keys and `delays_once`. */
export async function findRemedyGround(
  tx: Tx,
  { merchantId, orderId, shipmentId }: RemedyPlace,
): Promise<RemedyGround | null> {
  const [row] = await tx.execute<RemedyGround>(sql`
    select coalesce(t.status, 'pending') as status, e.action_required as "actionRequired", (${delay}) as delay,
      m.zone as "merchantZone", coalesce(e.zone, m.zone) as zone,
      (select rules from rules where merchant_id = m.id and kind = 'delay') as "delayRules",
      (select rules from rules where merchant_id = m.id and kind = 'promise') as "promiseRules"
    from orders o
    join merchants m on m.id = o.merchant_id
    cross join (select ${shipmentId}::uuid as id) p
    left join tracking_states t on t.merchant_id = o.merchant_id and t.shipment_id = p.id
    left join expectations e on e.merchant_id = o.merchant_id and e.shipment_id = p.id
    where o.merchant_id = ${merchantId} and o.id = ${orderId} and o.cancelled_at is null`);
  return row ?? null;
}
