import type { Db } from "#db/client.ts";
import {
  type DelayCursor,
  type DelayLine,
  delaysBefore,
  type LateBucket,
  lateBuckets,
  type NoticeRate,
  noticeRate,
  type WindowCoverage,
  windowCoverage,
} from "#db/queries/delay-numbers.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** How a shop does about delays. */
export type DelayNumbers = {
  readonly notice: NoticeRate;
  readonly buckets: readonly LateBucket[];
  readonly coverage: WindowCoverage;
  readonly delays: readonly DelayLine[];
};

const DAYS = 90;
const PAGE = 100;

/** A merchant's numbers of the last 90 days, and a page of its delays behind `after`, newest first. */
export async function delayNumbersOf(
  { db }: { readonly db: Db },
  { merchantId, after }: { readonly merchantId: MerchantId; readonly after: DelayCursor | null },
): Promise<DelayNumbers> {
  return withTenant(db, merchantId, async (tx) => ({
    notice: await noticeRate(tx, { merchantId, days: DAYS }),
    buckets: await lateBuckets(tx, { merchantId, days: DAYS }),
    coverage: await windowCoverage(tx, { merchantId, days: DAYS }),
    delays: await delaysBefore(tx, { merchantId, after, limit: PAGE }),
  }));
}
