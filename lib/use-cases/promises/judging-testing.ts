import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { withTenant } from "#db/tenant.ts";
import type { TestDatabase } from "#db/testing.ts";
import type { ShipmentId } from "#lib/kernel/ids.ts";
import { ok } from "#lib/kernel/result.ts";
import type { Reported } from "#lib/tracking/observation.ts";
import { reported } from "#lib/tracking/reported.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Answer } from "#lib/use-cases/tracking/ask-carrier.ts";
import { keepAnswers } from "#lib/use-cases/tracking/keep-answers.ts";
import { openTrackedShop } from "#lib/use-cases/tracking/tracking-testing.ts";
import { judgeOpen } from "./judge-open.ts";
import { judgeParcels } from "./judge-parcels.ts";

/** For tests of judging: a shop with parcels of which a carrier tells what the test says. */

/**
 * Where it is about one in the afternoon now: until six in the morning the day before is not over yet, so that these tests would say
 * something else at night. What happens then is tried with a clock of its own.
 */
const ZONE = zoneWhereItIs(13);

function zoneWhereItIs(hour: number): string {
  const ahead = hour - Temporal.Now.zonedDateTimeISO("UTC").hour;
  // These zones count the other way round.
  return `Etc/GMT${ahead < 0 ? "+" : "-"}${Math.abs(ahead)}`;
}

/** The day so many days from today where the parcels go. */
export function dayFromNow(days: number): string {
  return Temporal.Now.zonedDateTimeISO(ZONE).toPlainDate().add({ days }).toString();
}

/** Hours are counted from one moment, so that a report told twice is the same. */
const STARTED = Temporal.Now.instant().round({ smallestUnit: "minute", roundingMode: "floor" });

/** One scan, so many hours ago; the last of a report tells the estimate. */
export type Heard = { readonly hoursAgo: number; readonly status: Status } & Partial<
  Pick<Reported, "reason" | "responsible" | "actionRequired" | "place">
>;

function reportOf(heard: readonly Heard[], estimate: string | null): Answer {
  const scans = heard.map(({ hoursAgo, ...said }, position) =>
    reported({
      ...{ kind: "scan", effect: "moves", code: said.status, reportPosition: position, raw: {} },
      instant: STARTED.subtract({ hours: hoursAgo }).toString(),
      ...said,
    }),
  );
  const last = scans.at(-1);
  if (last === undefined) throw new Error("a report without scans");
  const day = estimate === null ? null : { from: estimate, to: estimate };
  const summary = reported({ ...last, kind: "summary", reportPosition: scans.length, estimate: day });
  return ok({ found: true, trackingNumber: null, summary, scans: [...scans].reverse() });
}

export type JudgedShop = Awaited<ReturnType<typeof openJudgedShop>>;

/** A shop with so many parcels of UPS, each in an order of its own, `#1`, `#2` ... */
export async function openJudgedShop(database: TestDatabase, slug: string, parcels = 1) {
  const shop = await openTrackedShop(
    database,
    slug,
    Array.from({ length: parcels }, (_, at) => ["ups", `${slug} ${at}`] as const),
  );
  const { merchantId } = shop;
  const deps = { db: database.db };
  await database.ownerDb.execute(sql`update merchants set zone = ${ZONE} where id = ${merchantId}`);
  const rows = await shop.rows(`select s.id, o.id as order_id from shipments s join orders o on o.id = s.order_id
    where s.merchant_id = '${merchantId}' order by o.number_key::int`);
  const ids = rows.map(({ id }): ShipmentId => String(id));
  const of = (at: number) => `merchant_id = '${merchantId}' and shipment_id = '${ids[at]}'`;
  const one = async (query: string) => (await shop.rows(query))[0] ?? null;
  return {
    ...shop,
    ids,
    /** What was promised at checkout, three days ago. */
    promise: (fromDay: string, toDay: string, at = 0) =>
      withTenant(database.db, merchantId, (tx) =>
        tx.execute(sql`insert into promises (merchant_id, id, order_id, from_day, to_day, said_by, said_at)
          values (${merchantId}, gen_random_uuid(), ${String(rows[at]?.order_id)}, ${fromDay}, ${toDay}, 'checkout', now() - interval '3 days')`),
      ),
    /** The carrier answers with these scans, the oldest first, and a day; returns the parcels to judge. */
    hear: async (heard: readonly Heard[], estimate: string | null = null, at = 0) => {
      const [account] = await shop.rows(`select account_id from due_shipments where ${of(at)}`);
      const now = Temporal.Now.instant();
      const shipmentId = ids[at] ?? "";
      const number = { shipmentId, number: "n", carrier: "ups", knownSince: now.toString(), refusedBy: null };
      const { toJudge } = await withTenant(database.db, merchantId, (tx) =>
        keepAnswers(tx, {
          flight: { merchantId, accountId: String(account?.account_id), leaseId: null },
          ...{ source: "poll", carrier: "ups", askedAt: now, pace: 1, numbers: [number] },
          answers: new Map([["n", reportOf(heard, estimate)]]),
        }),
      );
      return toJudge;
    },
    judge: () => judgeParcels(deps, { merchantId, shipmentIds: ids }),
    judgeHourly: () => judgeOpen({ ...deps, stopping: new AbortController().signal }, { merchantId }),
    /** Moves what was promised into the past, as days that pass would; a ledger lets only its owner do that. */
    passDays: async (days: number) => {
      const back = sql`${days} * interval '1 day'`;
      await database.ownerDb.execute(sql`update promises set from_day = from_day - ${days}::int, to_day = to_day - ${days}::int,
        said_at = said_at - ${back} where merchant_id = ${merchantId}`);
      await database.ownerDb.execute(sql`update expectations set promised_from = promised_from - ${days}::int,
        promised_to = promised_to - ${days}::int where merchant_id = ${merchantId}`);
    },
    delay: (at = 0) => one(`select * from delays where ${of(at)}`),
    expectation: (at = 0) => one(`select *, xmin::text as written from expectations where ${of(at)}`),
    messages: () => shop.rows(`select milestone, state, payload from messages where merchant_id = '${merchantId}'`),
    words: () =>
      shop.rows(
        `select said_by, to_day, reason from promises where merchant_id = '${merchantId}' order by said_at, id`,
      ),
  };
}
