import { Temporal } from "temporal-polyfill";
import { alpha2 } from "#lib/carriers/reading.ts";
import { waitsWhere } from "#lib/carriers/summary-parts.ts";
import type { Pickup, Reported, Said } from "#lib/tracking/observation.ts";
import { completedPickup, pickupAt } from "#lib/tracking/pickup.ts";
import type { FedexResult, FedexScan, FedexSite } from "./schema.ts";

/** Counters by FedEx's types of location; the others are depots and boxes without a name for people. */
const COUNTERS: ReadonlyMap<string | null, string> = new Map([
  ["FEDEX_OFFICE", "FedEx Office"],
  ["FEDEX_ONSITE", "FedEx OnSite"],
  ["FEDEX_AUTHORIZED_SHIP_CENTER", "FedEx Authorized ShipCenter"],
]);

/** Scans at somebody's door, not at FedEx's. */
const AT_THE_CUSTOMER: ReadonlySet<string | null> = new Set(["CUSTOMER", "DELIVERY_LOCATION"]);

/** Where a scan says that the parcel waits. FedEx documents its scan location as the facility's, with its street. */
export function pickupOfScan(scan: FedexScan, { status }: Said): Pickup | null {
  if (status !== "available_for_pickup" || AT_THE_CUSTOMER.has(scan.locationType)) return null;
  return pickupAt({ ...siteOf(scan.scanLocation), name: counterIn(scan.exceptionDescription) });
}

/**
 * Where it waits now: FedEx's hold location, which it also names for a parcel that is only on offer to be held, with the name
 * and the last day from the sentence beside it. FedEx tells no hours.
 */
export function pickupNow(result: FedexResult, { status }: Said, scans: readonly Reported[]): Pickup | null {
  if (status !== "available_for_pickup") return null;
  const { locationType, locationContactAndAddress } = result.holdAtLocation;
  const { type, message } = result.serviceCommitMessage;
  const sentence = type?.startsWith("HELD_PACKAGE_AVAILABLE") ? message : null;
  const told = pickupAt({
    ...siteOf(locationContactAndAddress.address),
    name: counterIn(sentence) ?? COUNTERS.get(locationType) ?? null,
    until: lastDayIn(sentence),
  });
  return completedPickup(told, waitsWhere(scans));
}

function siteOf({ streetLines, city, stateOrProvinceCode, postalCode, countryCode }: FedexSite): Partial<Pickup> {
  return { street: streetLines, city, region: stateOrProvinceCode, postalCode, country: alpha2(countryCode) };
}

/** "... available for pickup at FedEx Office: 415 STATE ST": the words before the address, if any. */
function counterIn(sentence: string | null): string | null {
  return /\bavailable for pickup at ([^:.]{2,60}): /i.exec(sentence ?? "")?.[1]?.trim() ?? null;
}

const COUNTS = "one two three four five six seven eight nine ten".split(" ");
const MONTHS = "january february march april may june july august september october november december".split(" ");

/**
 * "... for five business days starting from May 08, 2026." The first day counts as one of them, holidays
 * too: the earliest reading, so that nobody comes too late.
 */
function lastDayIn(sentence: string | null): string | null {
  const [, count = "", monthName = "", day, year] =
    /\bhold the \w+ for (\w+) business days? starting from (\w+) (\d{1,2}), (20\d{2})\b/i.exec(sentence ?? "") ?? [];
  const days = COUNTS.indexOf(count.toLowerCase()) + 1 || Number(count);
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  if (month === 0 || !Number.isInteger(days) || days < 1 || days > 60) return null;
  try {
    const first = Temporal.PlainDate.from({ year: Number(year), month, day: Number(day) }, { overflow: "reject" });
    return businessDay(first, days).toString();
  } catch {
    return null;
  }
}

/** The `count`th day from Monday to Friday, `first` being the first where it is one. */
function businessDay(first: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let [day, left] = [first, count];
  for (;;) {
    if (day.dayOfWeek <= 5) left -= 1;
    if (left === 0) return day;
    day = day.add({ days: 1 });
  }
}
