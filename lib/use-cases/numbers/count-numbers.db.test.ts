import { type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "#db/client.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { countNumbers, rebuildNumbers } from "./count-numbers.ts";
import { viewTally } from "./view-tally.ts";

/** Half a day ahead of UTC: a moment and its day by UTC are often not on one day. */
const ZONE = "Pacific/Auckland";
const ORDERS = 6;
const stopping = new AbortController().signal;
let database: TestDatabase;
let merchantId: MerchantId;

beforeAll(async () => {
  database = await createTestDatabase();
  const shop = { slug: "counted", name: "Counted", currency: "GBP", zone: ZONE, locale: "en", sandbox: true };
  const deps = { db: database.db, keys: keyRingFrom(newKeyRingText("test")) };
  ({ merchantId } = await addMerchant(deps, { ...shop, storefrontUrl: null, supportEmail: null }));
});
afterAll(() => database.drop());

/** Ids by number, so that a change finds what it changes. */
const id = (kind: number, nth: number) => `00000000-0000-4000-8000-0000000${kind}000${nth}`;
const at = (hours: number | null) =>
  hours === null ? sql`null` : sql`(date_trunc('hour', now()) + ${hours} * interval '1 hour')`;
const day = (days: number | null) => (days === null ? sql`null` : sql`(current_date + ${days}::int)`);

const nth = fc.integer({ min: 0, max: ORDERS - 1 });
const hours = fc.integer({ min: -140, max: 0 });
const days = fc.integer({ min: -5, max: 3 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const change = fc.oneof(
  fc.record({
    kind: fc.constant("order" as const),
    nth,
    placed: hours,
    cancelled: maybe(hours),
    country: fc.constantFrom("NZ", "AU"),
  }),
  fc.record({
    kind: fc.constant("parcel" as const),
    ...{
      nth,
      promised: maybe(days),
      handedOver: hours,
      arrived: maybe(hours),
      late: maybe(fc.constantFrom(0.05, 0.4, 1)),
    },
    ...{ status: fc.constantFrom("in_transit", "delivered", "returning", "cancelled", "lost"), window: maybe(days) },
  }),
  fc.record({
    kind: fc.constant("delay" as const),
    ...{
      nth,
      isUnsent: fc.boolean(),
      wasTo: maybe(days),
      told: maybe(hours),
      viewed: maybe(hours),
      apologised: maybe(hours),
    },
  }),
  fc.record({
    kind: fc.constant("remedy" as const),
    ...{ nth, remedy: fc.constantFrom("person", "refund", "wait"), chosen: hours },
    state: fc.constantFrom("done", "taken_back", "declined", "accepted"),
  }),
  fc.record({
    kind: fc.constant("voice" as const),
    ...{ nth, about: fc.constantFrom("missing", "review"), isTurned: fc.boolean() },
  }),
  fc.record({
    kind: fc.constant("offer" as const),
    nth,
    offered: hours,
    reason: maybe(fc.constant("too_soon")),
    isEmpty: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("sight" as const), nth, sight: fc.constantFrom("seen", "clicked") }),
  fc.record({ kind: fc.constant("view" as const), nth, state: fc.constantFrom("arriving", "delivered") }),
  fc.record({ kind: fc.constant("gone" as const), nth }),
  fc.record({ kind: fc.constant("count" as const) }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

async function apply(one: Change): Promise<void> {
  if (one.kind === "count") return void (await countNumbers({ db: database.db, stopping }, { merchantId }));
  if (one.kind === "view") {
    const tally = viewTally();
    tally.add({ merchantId, orderId: id(1, one.nth), state: one.state });
    return tally.flush(database);
  }
  await withTenant(database.db, merchantId, async (tx) => {
    for (const statement of statements(one)) await tx.execute(statement);
  });
}

const ofOrder = (n: number) => sql`where exists (select 1 from orders where id = ${id(1, n)})`;
const ofParcel = (n: number) => sql`where exists (select 1 from shipments where id = ${id(2, n)})`;

function statements(one: Exclude<Change, { kind: "count" | "view" }>): readonly SQL[] {
  switch (one.kind) {
    case "order":
      return [
        sql`insert into orders (merchant_id, id, number, number_key, placed_at, cancelled_at, ship_country, currency, subtotal_minor,
            shipping_minor, tax_minor, discount_minor, total_minor, source, source_hash)
          values (${merchantId}, ${id(1, one.nth)}, ${`#${one.nth}`}, ${`${one.nth}`}, ${at(one.placed)}, ${at(one.cancelled)},
            ${one.country}, 'GBP', 1, 0, 0, 0, 1, 'test', '')
          on conflict (merchant_id, number_key) do update set (placed_at, cancelled_at, ship_country)
            = row(excluded.placed_at, excluded.cancelled_at, excluded.ship_country)`,
      ];
    case "parcel":
      return parcelStatements(one);
    case "delay":
      return [
        sql`insert into delays (merchant_id, id, order_id, shipment_id, state, level, cause, severity, was_to, began_at, told_at,
            viewed_at, apologised_at)
          select ${merchantId}, ${id(one.isUnsent ? 3 : 4, one.nth)}, ${id(1, one.nth)}, ${one.isUnsent ? sql`null::uuid` : sql`${id(2, one.nth)}::uuid`},
            'late', 'apology', 'passed', 1, ${day(one.wasTo)}::date, now(), ${at(one.told)}::timestamptz, ${at(one.viewed)}::timestamptz,
            ${at(one.apologised)}::timestamptz
          ${one.isUnsent ? ofOrder(one.nth) : ofParcel(one.nth)}
          on conflict on constraint delays_once do update set (was_to, told_at, viewed_at, apologised_at)
            = row(excluded.was_to, excluded.told_at, excluded.viewed_at, excluded.apologised_at)`,
      ];
    case "remedy":
      return [
        sql`insert into remedies (merchant_id, id, order_id, remedy, state, chosen_at, settled_at)
          select ${merchantId}, ${id(5, one.nth)}, ${id(1, one.nth)}, ${one.remedy}, ${one.state}, ${at(one.chosen)}, now() ${ofOrder(one.nth)}
          on conflict (merchant_id, id) do update set (remedy, state, chosen_at) = row(excluded.remedy, excluded.state, excluded.chosen_at)`,
      ];
    case "voice":
      return [
        sql`insert into desk_items (merchant_id, id, subject_id, topic, kind, order_id, shipment_id, severity, since, attend_by)
          select ${merchantId}, ${id(8, one.nth)}, ${id(2, one.nth)}, 'voice', ${one.about}, ${id(1, one.nth)},
            ${one.about === "review" ? sql`null::uuid` : sql`${id(2, one.nth)}::uuid`}, 3, now(), now() ${ofOrder(one.nth)}
          on conflict on constraint desk_items_once do update set resolved_at = ${one.isTurned ? sql`now()` : sql`null`}`,
      ];
    case "offer":
      return [
        sql`insert into offers (merchant_id, id, order_id, offered_at, shown, withheld, reason, held_out)
          select ${merchantId}, ${id(6, one.nth)}, ${id(1, one.nth)}, ${at(one.offered)},
            ${one.isEmpty ? "[]" : `[{"product": "${id(7, 1)}"}, {"product": "${id(7, 2)}"}]`}::jsonb,
            '[{"reason": "owned"}]', ${one.reason}, false ${ofOrder(one.nth)}
          on conflict do nothing`,
      ];
    case "sight":
      return [
        sql`insert into offer_sights (merchant_id, offer_id, product_id, kind, at)
          select ${merchantId}, id, ${id(7, 1)}, ${one.sight}, now() from offers where id = ${id(6, one.nth)} on conflict do nothing`,
      ];
    case "gone":
      return [sql`delete from orders where id = ${id(1, one.nth)}`];
  }
}

function parcelStatements(one: Extract<Change, { kind: "parcel" }>): readonly SQL[] {
  const { nth: n, status } = one;
  const stays = status === "delivered" || status === "returning";
  const arrived = stays ? one.arrived : null;
  return [
    sql`insert into shipments (merchant_id, id, order_id, carrier, tracking_number)
      select ${merchantId}, ${id(2, n)}, ${id(1, n)}, 'ups', ${`N${n}`} ${ofOrder(n)} on conflict do nothing`,
    sql`insert into tracking_states (merchant_id, shipment_id, status) select ${merchantId}, ${id(2, n)}, ${status} ${ofParcel(n)}
      on conflict (merchant_id, shipment_id) do update set status = excluded.status`,
    sql`insert into expectations (merchant_id, shipment_id, order_id, is_open, zone, carrier, handed_over_at, arrived_at, arrived_on,
        watched_until, learned_first_from, learned_first_to, late_first, promised_from, promised_to, judged_at)
      select ${merchantId}, ${id(2, n)}, ${id(1, n)}, ${status === "in_transit" || status === "returning"}, 'America/New_York', 'ups',
        ${at(one.handedOver)}, ${at(arrived)}::timestamptz, (${at(arrived)}::timestamptz at time zone 'America/New_York')::date,
        ${stays && status !== "returning" ? sql`null` : sql`clock_timestamp()`}, ${day(one.window)}::date, ${day(one.window)}::date, ${one.late},
        ${day(one.promised)}::date, ${day(one.promised)}::date, now() ${ofParcel(n)}
      on conflict (merchant_id, shipment_id) do update set (is_open, handed_over_at, arrived_at, arrived_on, watched_until,
          learned_first_from, learned_first_to, late_first, promised_from, promised_to)
        = row(excluded.is_open, excluded.handed_over_at, excluded.arrived_at, excluded.arrived_on, excluded.watched_until,
          excluded.learned_first_from, excluded.learned_first_to, excluded.late_first, excluded.promised_from, excluded.promised_to)`,
  ];
}

/** What was counted: a line a number. */
const counted = () =>
  withTenant(database.db, merchantId, async (tx) => {
    const rows = await tx.execute<{ line: string }>(sql`
      select concat_ws(' ', measure, day, part, bucket, count, sum) as line from daily_numbers where measure <> 'hold_out' order by 1`);
    return rows.map(({ line }) => line);
  });

/** Some of the same, read off the tables in another way: a day by day, each measure by itself. */
async function straight(tx: Tx): Promise<Readonly<Record<string, unknown>>> {
  const one = async (query: SQL) => {
    const [row] = await tx.execute<{ n: unknown }>(
      sql`select coalesce(json_object_agg(k, n order by k), '{}') as n from (${query}) q`,
    );
    return row?.n;
  };
  const local = (moment: SQL) => sql`to_char(${moment} at time zone ${ZONE}, 'YYYY-MM-DD')`;
  const delayed = sql`(select count(*) from delays d where d.order_id = o.id and d.apologised_at is not null) > 0`;
  const over = sql`now() >= ((e.promised_to + 1)::timestamp at time zone e.zone)`;
  const living = sql`t.status not in ('returning', 'cancelled') and o.cancelled_at is null`;
  const parcels = sql`expectations e join tracking_states t using (shipment_id) join orders o on o.id = e.order_id`;
  return {
    orders: await one(
      sql`select ${local(sql`placed_at`)} || ' ' || (${delayed}) as k, count(*) as n from orders o group by 1`,
    ),
    contacts: await one(sql`select ${local(sql`placed_at`)} || ' ' || (${delayed}) as k, count(*) as n
      from (select order_id from remedies where remedy = 'person' and state <> 'taken_back'
        union all select order_id from desk_items where topic = 'voice' and kind <> 'review') c
      join orders o on o.id = c.order_id group by 1`),
    onTime: await one(sql`select e.promised_to::text as k, count(*) as n from ${parcels}
      where t.status <> 'returning' and e.arrived_on <= e.promised_to group by 1`),
    missing: await one(sql`select e.promised_to::text as k, count(*) as n from ${parcels}
      where ${living} and e.arrived_on is null and ${over} group by 1`),
    transit: await one(
      sql`select ${local(sql`e.arrived_at`)} as k, count(*) as n from ${parcels} where e.arrived_at is not null group by 1`,
    ),
    clicked:
      await one(sql`select ${local(sql`f.offered_at`)} as k, count(*) as n from offers f join offer_sights s on s.offer_id = f.id
      where s.kind = 'clicked' and f.reason is null group by 1`),
    views: await one(sql`select day::text as k, sum(views) as n from page_views group by 1`),
  };
}

/** The same of what was counted. */
async function rolledUp(tx: Tx): Promise<Readonly<Record<string, unknown>>> {
  const one = async (key: SQL, number: SQL, where: SQL) => {
    const [row] = await tx.execute<{ n: unknown }>(sql`select coalesce(json_object_agg(k, n order by k), '{}') as n
      from (select ${key} as k, ${number} as n from daily_numbers where ${where} group by 1) q`);
    return row?.n;
  };
  const bySide = sql`day || ' ' || (part = 'delayed')`;
  const count = sql`sum(count)::int`;
  return {
    orders: await one(bySide, count, sql`measure = 'orders'`),
    contacts: await one(bySide, count, sql`measure = 'contacts'`),
    onTime: await one(sql`day::text`, count, sql`measure = 'due' and part = 'came' and bucket <= 0`),
    missing: await one(sql`day::text`, count, sql`measure = 'due' and part = 'missing'`),
    transit: await one(sql`day::text`, count, sql`measure = 'transit'`),
    clicked: await one(sql`day::text`, count, sql`measure = 'offered' and part = 'clicked'`),
    views: await one(sql`day::text`, sql`sum(sum)::int`, sql`measure = 'seen'`),
  };
}

test("what is counted day by day, whatever changes in between, equals a count of everything at once", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 10, maxLength: 45 }), async (changes) => {
      // Orders first, so that the rest finds what it hangs on; then everything over and over.
      for (const one of changes.toSorted((a, b) => Number(b.kind === "order") - Number(a.kind === "order")))
        await apply(one);
      for (const one of changes) await apply(one);
      await apply({ kind: "count" });
      const daily = await counted();
      const [sums, tables] = await withTenant(database.db, merchantId, async (tx) => [
        await rolledUp(tx),
        await straight(tx),
      ]);
      expect(sums).toEqual(tables);
      await rebuildNumbers(database, { merchantId });
      expect(daily).toEqual(await counted());
      await withTenant(database.db, merchantId, (tx) => tx.execute(sql`delete from orders`));
      await apply({ kind: "count" });
      expect(await counted()).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test("another clock of the shop moves what was counted to its own days", async () => {
  await apply({ kind: "order", nth: 0, placed: 0, cancelled: null, country: "NZ" });
  const setZone = (zone: string) =>
    database.ownerDb.execute(sql`update merchants set zone = ${zone} where id = ${merchantId}`);
  const days: string[] = [];
  for (const zone of ["Pacific/Kiritimati", "Pacific/Niue"]) {
    await setZone(zone);
    await apply({ kind: "count" });
    days.push(...(await counted()).map((line) => line.split(" ")[1] ?? ""));
  }
  await setZone(ZONE);
  const [ahead = "", behind = ""] = days;
  expect([days.length, Math.round((Date.parse(ahead) - Date.parse(behind)) / 86_400_000)]).toEqual([2, 1]);
});

test("a promise that passes is counted, though nobody wrote anything", async () => {
  const parcel = { handedOver: -100, arrived: null, late: null, status: "in_transit", window: null } as const;
  await apply({ kind: "order", nth: 0, placed: -120, cancelled: null, country: "NZ" });
  await apply({ kind: "parcel", nth: 0, promised: -2, ...parcel });
  await apply({ kind: "count" });
  const due = async () => (await counted()).filter((line) => line.startsWith("due"));
  const before = await due();
  expect(before).toHaveLength(1);
  // As it was before that day was over.
  await database.ownerDb.execute(sql`delete from daily_numbers where measure = 'due'`);
  await apply({ kind: "count" });
  expect(await due()).toEqual([]);
  await database.ownerDb.execute(sql`update number_counts set counted_at = now() - interval '1 day'`);
  await apply({ kind: "count" });
  expect(await due()).toEqual(before);
});
