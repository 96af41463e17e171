import { expect, test } from "vitest";
import { chanceLaterThan, chanceLost, momentOfChance } from "./arrival-law.ts";
import { arrivalLaw, medianDay, type OpenParcel, windowOf } from "./arrival-of.ts";
import type { ArrivalParcel } from "./arrival-parcel.ts";
import { arrivalReasons } from "./arrival-reasons.ts";
import {
  type ArrivalReader,
  type ArrivalState,
  arrivalReader,
  centreNow,
  driftedArrivals,
  learnedArrivals,
} from "./arrival-state.ts";
import { FIRST_DAY, MADE_UP_TERMS, madeUpParcels } from "./made-up-shop-testing.ts";

const parcels = madeUpParcels({ days: 160, perDay: 8 });
const day = FIRST_DAY + 140;

function learned(from: readonly ArrivalParcel[], on = day): ArrivalReader {
  const state = learnedArrivals(MADE_UP_TERMS, from, { day: on, holidays: [] });
  const stored: ArrivalState = JSON.parse(JSON.stringify(state));
  expect(stored).toEqual(state);
  return arrivalReader(stored);
}

const known = learned(parcels);
const atNoon: OpenParcel = {
  route: { numerics: [0], levels: ["near"] },
  networks: ["near"],
  orderedAt: day - 1,
  handedOverAt: day + 0.5,
  lastScanAt: null,
  outForDeliveryAt: null,
  seenAt: day + 0.5,
};
const slow: OpenParcel = { ...atNoon, route: { numerics: [0], levels: ["slow"] }, networks: ["slow"] };

test("lanes are told apart: a parcel on the slow one is expected days later and is later at risk", () => {
  expect(medianDay(arrivalLaw(known, slow))).toBeGreaterThan(medianDay(arrivalLaw(known, atNoon)) + 2);
  expect(chanceLaterThan(arrivalLaw(known, slow), day + 3)).toBeGreaterThan(0.5);
  expect(chanceLaterThan(arrivalLaw(known, atNoon), day + 4)).toBeLessThan(0.2);
});

test("a window begins before the median and ends after it, and holds the day in about 80 of 100 cases", () => {
  const reader = arrivalReader({ ...known.state, windowLevel: 0.1 });
  const later = parcels.filter(({ handedOverAt, deliveredAt }) => handedOverAt >= day && deliveredAt !== null);
  const held = later.filter(({ route, networks, handedOverAt, deliveredAt }) => {
    const law = arrivalLaw(reader, { ...atNoon, route, networks, handedOverAt, seenAt: handedOverAt });
    const { fromDay, toDay } = windowOf(reader, law);
    expect(fromDay).toBeLessThanOrEqual(medianDay(law));
    expect(toDay).toBeGreaterThanOrEqual(medianDay(law));
    return fromDay <= Math.floor(deliveredAt ?? 0) && Math.floor(deliveredAt ?? 0) <= toDay;
  });
  expect(held.length / later.length).toBeGreaterThan(0.72);
  expect(held.length / later.length).toBeLessThan(0.95);
});

test("windows are widened when forecasts turn out too sure, and narrowed when they held too much", () => {
  const withForecast = (off: number) =>
    parcels.map((parcel, k) => ({
      ...parcel,
      forecast: centreNow(known, parcel.route, parcel.networks) + (k % 2 === 0 ? off : -off),
    }));
  const sure = driftedArrivals(known.state, withForecast(0.6), day).windowLevel;
  const right = driftedArrivals(known.state, withForecast(0), day).windowLevel;
  expect(sure).toBeLessThan(right);
  expect(right).toBeGreaterThan(0.08);
});

test("a shop without a parcel has a date, a window and a loss that is rare, and says that it is judged", () => {
  const empty = learned([]);
  const law = arrivalLaw(empty, atNoon);
  expect(medianDay(law) - day).toBeGreaterThan(0);
  expect(medianDay(law) - day).toBeLessThan(6);
  expect(chanceLost(law)).toBeLessThan(0.02);
  expect(arrivalReasons(empty, atNoon.route, atNoon.networks)).toMatchObject({
    parcels: 0,
    judged: true,
    strongest: null,
  });
});

test("with few parcels the estimate lies between what is shipped and what was seen", () => {
  const medianAfter = (count: number): number => {
    const from =
      count === 0 ? [] : madeUpParcels({ days: 80, perDay: count }).filter(({ route }) => route.levels[0] === "slow");
    return momentOfChance(arrivalLaw(learned(from, FIRST_DAY + 80), { ...slow, seenAt: day + 0.5 }), 0.5);
  };
  const [none, some, many] = [medianAfter(0), medianAfter(1), medianAfter(20)];
  expect(some).toBeGreaterThan(none);
  expect(many).toBeGreaterThanOrEqual(some - 0.3);
});

test("a network that slows down is followed day by day, and the merchant can be told by how much", () => {
  const slowed = madeUpParcels({ days: 160, perDay: 8, slowFrom: 128, slower: 1.5 });
  const before = learned(slowed, FIRST_DAY + 127);
  const after = arrivalReader(driftedArrivals(before.state, slowed, day));
  const { longerNow } = arrivalReasons(after, atNoon.route, atNoon.networks);
  expect(arrivalReasons(before, atNoon.route, atNoon.networks).longerNow).toBeLessThan(0.1);
  expect(longerNow).toBeGreaterThan(0.2);
  expect(longerNow).toBeLessThan(0.7);
});

test("reasons name the level that moves the date most, and from how many parcels it was learned", () => {
  const { strongest, judged } = arrivalReasons(known, slow.route, slow.networks);
  expect(judged).toBe(false);
  expect(strongest).toMatchObject({ name: "lane", level: "slow" });
  expect(strongest?.longer).toBeGreaterThan(0.3);
  expect(strongest?.parcels).toBeGreaterThan(100);
});

test("a parcel that the shop still has comes later than one that it handed over", () => {
  const waiting = arrivalLaw(known, { ...atNoon, orderedAt: day + 0.4, handedOverAt: null });
  expect(momentOfChance(waiting, 0.5)).toBeGreaterThan(momentOfChance(arrivalLaw(known, atNoon), 0.5));
  expect(chanceLaterThan(waiting, day + 3)).toBeGreaterThan(chanceLaterThan(arrivalLaw(known, atNoon), day + 3));
});

test("a parcel out for delivery comes that day, far from sure only when it is still out long after", () => {
  const morning = { ...slow, handedOverAt: day - 4, seenAt: day + 0.4, outForDeliveryAt: day + 0.35 };
  expect(chanceLaterThan(arrivalLaw(known, morning), day)).toBeLessThan(0.15);
  expect(medianDay(arrivalLaw(known, { ...morning, seenAt: day + 6 }))).toBeGreaterThanOrEqual(day + 6);
});

test("a silence without an end makes a loss likelier than the days alone, and a late arrival too", () => {
  const quiet = { ...slow, handedOverAt: day - 6, seenAt: day };
  const [seen, silent] = [arrivalLaw(known, quiet), arrivalLaw(known, { ...quiet, lastScanAt: day - 6 })];
  expect(chanceLost(silent)).toBeGreaterThan(chanceLost(seen) * 2);
  expect(chanceLaterThan(silent, day + 30)).toBeGreaterThan(chanceLaterThan(seen, day + 30));
});
