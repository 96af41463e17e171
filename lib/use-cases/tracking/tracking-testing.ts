import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { accountsDue } from "#db/queries/due-shipments.ts";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { withTenant } from "#db/tenant.ts";
import type { TestDatabase } from "#db/testing.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { type TestSandbox, validNumber } from "#lib/carriers/sandbox/sandbox-testing.ts";
import type { SandboxCarrier } from "#lib/carriers/sandbox/script.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { csv, head, keys, openTestShop } from "#lib/use-cases/orders/import-testing.ts";
import type { RefreshDeps } from "./ask-about-order.ts";
import { syncDue } from "./sync-due.ts";

/** For tests of tracking: a shop whose parcels the sandbox plays. */

export type TrackedShop = Awaited<ReturnType<typeof openTrackedShop>>;

/** What both doors work with, on a test's database and sandbox. No floor and no faster pace unless a test asks for it. */
export function depsOf(database: TestDatabase, sandbox: TestSandbox): RefreshDeps {
  return {
    db: database.db,
    keys,
    carriers: CARRIERS,
    send: sendHttp,
    sandbox: { url: sandbox.url, pace: 1 },
    floorMs: 0,
    onError: (error) => {
      throw error;
    },
  };
}

/** A sandbox merchant with one order a parcel, named `#1`, `#2` ...; `parcels` are [carrier, seed of its number]. */
export async function openTrackedShop(
  database: TestDatabase,
  slug: string,
  parcels: readonly (readonly [carrier: SandboxCarrier, seed: string])[],
) {
  const shop = await openTestShop(database, slug);
  const { merchantId } = shop;
  const numbers = parcels.map(([carrier, seed]) => validNumber(carrier, seed));
  const shippedAt = Temporal.Now.instant().subtract({ hours: 2 }).toString();
  await shop.run("orders", csv(parcels.map((_, at) => head(`#${at + 1}`, "A1"))));
  await shop.run(
    "shipments",
    csv(
      parcels.map(([carrier], at) => ({
        Order: `#${at + 1}`,
        Carrier: carrier,
        "Tracking number": numbers[at] ?? "",
        "Shipped at": shippedAt,
      })),
    ),
  );
  return {
    ...shop,
    numbers,
    /** Makes every parcel due at once, as the passing of time would. */
    makeDue: async () => {
      await database.db.execute(sql`delete from account_pauses where merchant_id = ${merchantId}`);
      await database.db.execute(
        sql`update due_shipments set next_check_at = now(), tried_at = null where merchant_id = ${merchantId}`,
      );
    },
    /** The token of an order's page. */
    token: async (number: string) => {
      const order = await withTenant(database.db, merchantId, (tx) => findOrderByNumber(tx, { merchantId, number }));
      return (await issueLink({ db: database.db, keys }, { merchantId, orderId: order?.id ?? "" })).token;
    },
  };
}

/** What workers do at a tick, for all accounts that are due, until none is. */
export async function workOff(
  deps: RefreshDeps,
): Promise<{ calls: number; answered: number; failed: number; news: number }> {
  const total = { calls: 0, answered: 0, failed: 0, news: 0 };
  const stopping = new AbortController().signal;
  for (const account of await accountsDue(deps.db)) {
    const done = await syncDue({ ...deps, stopping }, account);
    for (const key of ["calls", "answered", "failed", "news"] as const) total[key] += done[key];
  }
  return total;
}
