import { deskCounts } from "#db/queries/desk-counts.ts";
import { withTenant } from "#db/tenant.ts";
import type { BenchShop } from "./shop.ts";
import { timed } from "./timed.ts";

const TIMES = 20;

/** How long the desk's start takes to count, in milliseconds, at the longest. */
export async function measureDashboard({ db, merchantId }: BenchShop): Promise<{ readonly dashboardMs: number }> {
  const times = await timed(Array.from({ length: TIMES }), () =>
    withTenant(db, merchantId, (tx) => deskCounts(tx, { merchantId })),
  );
  return { dashboardMs: Math.max(...times) };
}
