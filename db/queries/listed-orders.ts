import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import type { Status } from "#lib/tracking/status.ts";

/** What a list of orders leaves out. Days are ISO instants, from the first to before the second. */
export type OrdersWanted = {
  readonly status: Status | null;
  readonly carrier: string | null;
  /** `late`: a promise is broken, or the parcel stuck or lost. `waiting`: the shopper waits for an answer. `calm`: none of these. */
  readonly needs: "late" | "at_risk" | "waiting" | "unsent" | "calm" | null;
  readonly placedFrom: string | null;
  readonly placedBefore: string | null;
};

/** A place in a list of orders. */
export type OrderKey = { readonly placedAt: string; readonly id: OrderId };

/** By when orders were placed: the one order that indexes hold, to be walked either way. */
export type ListSort = "newest" | "oldest";

type Asked = OrdersWanted & {
  readonly merchantId: MerchantId;
  /** The last order of the page before this one; null for the list's first. */
  readonly before: OrderKey | null;
  readonly sort: ListSort;
  readonly limit: number;
};

/** From so many on nobody counts: which of two long lists is walked does not matter. */
const MANY = 2_000;

/**
 * The ids of a merchant's orders that are wanted, in the order of `sort`, after `before`. The rarest of what is wanted is walked, the rest is
 * looked up for each. Indexes: order_marks' key, orders_by_time, delays_open, remedies_due, delays_once.
 */
export async function wantedOrders(tx: Tx, asked: Asked): Promise<readonly OrderKey[]> {
  const { merchantId, needs, limit, before, sort } = asked;
  const marks = marksOf(asked);
  const walked =
    needs === "late" || needs === "at_risk" || needs === "waiting" ? needs : await rarest(tx, asked, marks);
  const others = marks.filter((mark) => mark !== walked);
  const also = [...others.map((mark) => hasMark(merchantId, mark)), ...(needs === "calm" ? [isCalm(merchantId)] : [])];
  // In one level: PostgreSQL would plan a query within a query for all of its rows.
  return tx.execute<OrderKey & Record<string, unknown>>(sql`
    select to_json(w.placed_at) #>> '{}' as "placedAt", w.order_id as id from ${walkOf(merchantId, walked)}
    and ${sql.join([within(sql`w.placed_at`, asked), after(before, sort), ...also], sql` and `)}
    group by w.placed_at, w.order_id order by ${inOrder(sort, "w")} limit ${limit}`);
}

/** Whether the order `order_id` of the alias has all that is wanted, for a search among few. */
export function isWanted(merchantId: MerchantId, wanted: OrdersWanted): SQL {
  const trouble =
    wanted.needs === "late" || wanted.needs === "at_risk" || wanted.needs === "waiting" ? wanted.needs : null;
  return sql.join(
    [
      within(sql`w.placed_at`, wanted),
      ...marksOf(wanted).map((mark) => hasMark(merchantId, mark)),
      ...(trouble === null ? [] : [has(sql`${troubled(merchantId, trouble)} and order_id = w.order_id`)]),
      ...(wanted.needs === "calm" ? [isCalm(merchantId)] : []),
    ],
    sql` and `,
  );
}

function marksOf({ status, carrier, needs }: OrdersWanted): readonly string[] {
  return [
    ...(status === null ? [] : [`status:${status}`]),
    ...(carrier === null ? [] : [`carrier:${carrier}`]),
    ...(needs === "unsent" ? ["unsent"] : []),
  ];
}

/** The mark that the fewest have; null where none is wanted. */
async function rarest(tx: Tx, { merchantId }: Asked, marks: readonly string[]): Promise<string | null> {
  const [first = null, ...others] = marks;
  if (others.length === 0) return first;
  const counts = marks.map(
    (mark) => sql`(select count(*)::int from (select 1 from order_marks
      where merchant_id = ${merchantId} and mark = ${mark} order by placed_at desc limit ${MANY}) c)`,
  );
  const [row] = await tx.execute<{ counts: readonly number[] }>(
    sql`select array[${sql.join(counts, sql`, `)}] as counts`,
  );
  const found = row?.counts ?? [];
  return marks[found.indexOf(Math.min(...found))] ?? first;
}

/** Where to look: what stands between `from` and further conditions. */
function walkOf(merchantId: MerchantId, walked: string | null): SQL {
  switch (walked) {
    case null:
      return sql`(select merchant_id, placed_at, id as order_id from orders) w where w.merchant_id = ${merchantId}`;
    case "late":
    case "at_risk":
    case "waiting":
      return sql`(${troubled(merchantId, walked)}) t
        cross join lateral (select placed_at, id as order_id from orders
          where merchant_id = ${merchantId} and id = t.order_id limit 1) w where true`;
    default:
      return sql`order_marks w where w.merchant_id = ${merchantId} and w.mark = ${walked}`;
  }
}

function troubled(merchantId: MerchantId, what: "late" | "at_risk" | "waiting"): SQL {
  if (what === "waiting")
    return sql`select order_id from remedies where merchant_id = ${merchantId} and state = 'waiting' and due_at is not null`;
  const states = what === "at_risk" ? sql`('at_risk')` : sql`('late', 'stuck', 'lost')`;
  return sql`select order_id from delays where merchant_id = ${merchantId} and solved_at is null and state in ${states}`;
}

function hasMark(merchantId: MerchantId, mark: string): SQL {
  return has(sql`select 1 from order_marks x where x.merchant_id = ${merchantId} and x.mark = ${mark}
    and x.placed_at = w.placed_at and x.order_id = w.order_id`);
}

function isCalm(merchantId: MerchantId): SQL {
  const delayed = has(
    sql`select 1 from delays d where d.merchant_id = ${merchantId} and d.order_id = w.order_id and d.solved_at is null`,
  );
  const waiting = has(sql`select 1 from remedies r where r.merchant_id = ${merchantId} and r.order_id = w.order_id
      and r.state = 'waiting' and r.due_at is not null`);
  return sql`not (${delayed}) and not (${waiting})`;
}

/** Looked up for each row: PostgreSQL would make a join of `exists`, and read the whole table for it. */
function has(rows: SQL): SQL {
  return sql`(select count(*) from (${rows} limit 1) f) > 0`;
}

function within(placedAt: SQL, { placedFrom, placedBefore }: OrdersWanted): SQL {
  const from = placedFrom === null ? sql`true` : sql`${placedAt} >= ${placedFrom}::timestamptz`;
  return placedBefore === null ? from : sql`${from} and ${placedAt} < ${placedBefore}::timestamptz`;
}

/** The first condition is for an index whose third column runs the other way. */
function after(before: OrderKey | null, sort: ListSort): SQL {
  if (before === null) return sql`true`;
  const past = sql.raw(sort === "newest" ? "<" : ">");
  return sql`w.placed_at ${past}= ${before.placedAt}::timestamptz
    and (w.placed_at, w.order_id) ${past} (${before.placedAt}::timestamptz, ${before.id}::uuid)`;
}

/** What stands behind `order by`, for a row that has `placed_at` and `order_id`. */
export function inOrder(sort: ListSort, alias: "w" | "f" | "search_terms"): SQL {
  const way = sort === "newest" ? "desc" : "asc";
  return sql.raw(`${alias}.placed_at ${way}, ${alias}.order_id ${way}`);
}

/** A row of the desk's list. Instants are ISO, days `YYYY-MM-DD`. */
export type ListedOrder = {
  readonly id: OrderId;
  readonly number: string;
  readonly placedAt: string;
  readonly isCancelled: boolean;
  readonly shopper: string | null;
  readonly totalMinor: number;
  readonly currency: string;
  /** The first line, and how many there are. */
  readonly title: string | null;
  readonly lines: number;
  /** First handed over first. */
  readonly parcels: readonly {
    readonly carrier: string;
    readonly status: Status;
    readonly toDay: string | null;
  }[];
  /** What is promised of the order as a whole. */
  readonly promisedTo: string | null;
  /** The gravest of what is open. */
  readonly trouble: "at_risk" | "late" | "stuck" | "lost" | null;
  /** The shopper chose something and waits. */
  readonly isWaiting: boolean;
};

/**
 * What a list shows of these orders, in the order of `ids`. Indexes: primary keys, shipments_by_order, promises_of_order,
 * delays_once, remedies_by_order.
 */
export async function listedOrders(
  tx: Tx,
  { merchantId, ids }: { readonly merchantId: MerchantId; readonly ids: readonly OrderId[] },
): Promise<readonly ListedOrder[]> {
  if (ids.length === 0) return [];
  const of = (table: SQL) => sql`${table}.merchant_id = o.merchant_id and ${table}.order_id = o.id`;
  return tx.execute<ListedOrder & Record<string, unknown>>(sql`
    select o.id, o.number, to_json(o.placed_at) #>> '{}' as "placedAt", o.cancelled_at is not null as "isCancelled",
      coalesce(p.name, o.ship_name) as shopper, o.total_minor::float8 as "totalMinor", o.currency,
      (select l.title from line_items l where ${of(sql`l`)} order by l.position limit 1) as title,
      (select count(*)::int from line_items l where ${of(sql`l`)}) as lines,
      (select coalesce(jsonb_agg(jsonb_build_object('carrier', s.carrier, 'status', coalesce(t.status, 'pending'), 'toDay', e.to_day)
          order by s.shipped_at, s.id), '[]')
        from shipments s
        left join tracking_states t on t.merchant_id = s.merchant_id and t.shipment_id = s.id
        left join expectations e on e.merchant_id = s.merchant_id and e.shipment_id = s.id
        where ${of(sql`s`)} and s.direction = 'outbound') as parcels,
      (select r.to_day::text from promises r where ${of(sql`r`)} and r.shipment_id is null
        order by r.said_at desc limit 1) as "promisedTo",
      (select d.state from delays d where ${of(sql`d`)} and d.solved_at is null
        order by array_position(array['lost', 'stuck', 'late', 'at_risk'], d.state) limit 1) as trouble,
      exists (select 1 from remedies r where ${of(sql`r`)} and r.state = 'waiting' and r.due_at is not null) as "isWaiting"
    from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) with ordinality as given (id, nth)
    cross join lateral (select * from orders where merchant_id = ${merchantId} and id = given.id::uuid limit 1) o
    left join shoppers p on p.merchant_id = o.merchant_id and p.id = o.shopper_id
    order by given.nth`);
}
