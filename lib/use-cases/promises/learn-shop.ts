import type { Db, Tx } from "#db/client.ts";
import { saveArrivalModel } from "#db/queries/arrival-models.ts";
import { type ArrivalRecord, learnableParcels } from "#db/queries/learnable-parcels.ts";
import { findJudgeGround } from "#db/queries/rules.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type ArrivalState, driftedArrivals, learnedArrivals } from "#lib/promise/arrival/arrival-state.ts";
import { type BetterSource, betterSource } from "#lib/promise/arrival/better-source.ts";
import { SHOP_TERMS } from "#lib/promise/arrival/shop-terms.ts";
import { daysBetween } from "#lib/promise/days-between.ts";
import { arrivalParcel } from "#lib/promise/judging/arrival-parcel-of.ts";
import { dayNumber, localDay } from "#lib/promise/judging/local-moment.ts";
import { readArrivalModel } from "./arrival-model.ts";
import { loadHolidays } from "./load-holidays.ts";
import { storedPromiseRules } from "./stored-rules.ts";

/** More than enough for the smallest lane, and still a second or two. */
const MOST_PARCELS = 20_000;
/** Everything is fitted anew after so many days; daily while there are so few parcels that each counts. */
const FIT_DAYS = 7;
const FEW_PARCELS = 500;

/** Of how many parcels a shop learned, and whether everything was fitted anew. */
export type Learned = { readonly parcels: number; readonly isFitted: boolean };

/** Learns from a merchant's newest parcels and keeps it; null where none was handed over yet. */
export async function learnShop(
  { db }: { readonly db: Db },
  merchant: { readonly merchantId: MerchantId },
): Promise<Learned | null> {
  return withTenant(db, merchant.merchantId, async (tx) => {
    const records = await learnableParcels(tx, { ...merchant, limit: MOST_PARCELS });
    if (records.length === 0) return null;
    const { nowMs, zone } = await findJudgeGround(tx, merchant);
    const day = dayNumber(localDay(nowMs, zone));
    const before = (await readArrivalModel(tx, merchant))?.state ?? null;
    const parcels = records.map(arrivalParcel);
    const isFitted = before === null || records.length < FEW_PARCELS || day - before.fittedOn >= FIT_DAYS;
    const state: ArrivalState = isFitted
      ? learnedArrivals(SHOP_TERMS, parcels, { day, holidays: await holidaysOf(tx, merchant, nowMs) })
      : driftedArrivals(before, parcels, day);
    await saveArrivalModel(tx, {
      ...merchant,
      parcels: state.routes.parcels,
      model: { state, sources: sourcesOf(records) },
    });
    return { parcels: records.length, isFitted };
  });
}

/** Days on which few deliveries come: those that the merchant's promises leave out. */
async function holidaysOf(
  tx: Tx,
  merchant: { readonly merchantId: MerchantId },
  nowMs: number,
): Promise<readonly number[]> {
  const rules = await storedPromiseRules(tx, merchant);
  const daysOf = await loadHolidays(rules);
  const places = new Set(rules.flatMap(({ calendar }) => calendar.holidaysOf ?? []));
  const year = Number(localDay(nowMs, "UTC").slice(0, 4));
  const years = [year - 1, year, year + 1];
  const days = new Set([...places].flatMap((place) => [...(daysOf(place, years) ?? [])]));
  return [...days].map(dayNumber);
}

/** Whose date, told at the beginning, was nearer to the day on which it came: by carrier, over parcels that both had told of. */
function sourcesOf(records: readonly ArrivalRecord[]): Readonly<Record<string, BetterSource>> {
  const told = records.flatMap(({ carrier, carrierFirstTo, learnedFirstDay, arrivedOn }) =>
    carrierFirstTo === null || learnedFirstDay === null || arrivedOn === null
      ? []
      : [{ carrier, errors: errorsOf(arrivedOn, carrierFirstTo, learnedFirstDay) }],
  );
  const byCarrier = Map.groupBy(told, ({ carrier }) => carrier);
  return Object.fromEntries(
    [...byCarrier].map(([carrier, some]) => [carrier, betterSource(some.map(({ errors }) => errors))]),
  );
}

function errorsOf(arrivedOn: string, carrier: string, learned: string) {
  return { carrier: daysBetween(carrier, arrivedOn), learned: daysBetween(learned, arrivedOn) };
}
