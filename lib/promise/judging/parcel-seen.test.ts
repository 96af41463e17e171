import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { Observation } from "#lib/tracking/observation.ts";
import { CHECKED, observation } from "#lib/tracking/observation-testing.ts";
import { stateOf } from "#lib/tracking/state-of.ts";
import type { Status } from "#lib/tracking/status.ts";
import { factsText } from "./facts-text.ts";
import { lastNewsMs } from "./last-news.ts";
import { parcelSeen } from "./parcel-seen.ts";

const NOW = Temporal.Instant.from("2026-03-12T12:00:00Z");

function scans(...steps: readonly (readonly [instant: string, status: Status])[]): readonly Observation[] {
  return steps.map(([instant, status], reportPosition) =>
    observation({ instant: `2026-03-${instant}:00Z`, status, reportPosition, observedAt: NOW.toString() }),
  );
}

const seenOf = (observations: readonly Observation[]) =>
  parcelSeen(observations, stateOf(observations, NOW, CHECKED), { zone: "America/New_York", kmFrom: () => 42 });
const ms = (text: string) => Temporal.Instant.from(`2026-03-${text}:00Z`).epochMilliseconds;

test("a label is no hand-over, the first scan of the carrier is; what is on its way has not arrived", () => {
  expect(seenOf(scans(["02T10:00", "info_received"]))).toMatchObject({ handedOverMs: null, isOpen: true });
  const moving = seenOf(scans(["02T10:00", "info_received"], ["03T10:00", "picked_up"], ["04T10:00", "in_transit"]));
  expect(moving).toMatchObject({ handedOverMs: ms("03T10:00"), arrivedOn: null, isOpen: true, watchedUntilMs: null });
});

test("a parcel arrives on the day where it goes, and where it waits to be collected it was there before it was fetched", () => {
  const delivered = scans(["03T10:00", "picked_up"], ["06T03:30", "delivered"]);
  expect(seenOf(delivered)).toMatchObject({ arrivedOn: "2026-03-05", isOpen: false });
  const fetched = scans(["03T10:00", "picked_up"], ["05T15:00", "available_for_pickup"], ["09T15:00", "delivered"]);
  expect(seenOf(fetched)).toMatchObject({ arrivedOn: "2026-03-05", isOpen: false });
});

test("what was there stays so when it is sent back; what goes on its way again was not there", () => {
  const back = scans(["03T10:00", "picked_up"], ["05T15:00", "delivered"], ["08T15:00", "returning"]);
  expect(seenOf(back)).toMatchObject({ arrivedOn: "2026-03-05", watchedUntilMs: ms("08T15:00") });
  const on = scans(["03T10:00", "picked_up"], ["05T15:00", "available_for_pickup"], ["06T15:00", "in_transit"]);
  expect(seenOf(on)).toMatchObject({ arrivedOn: null, isOpen: true });
});

test("the longest silence lies between hand-over and arrival", () => {
  const told = scans(
    ["02T10:00", "picked_up"],
    ["03T10:00", "in_transit"],
    ["06T10:00", "in_transit"],
    ["07T10:00", "delivered"],
  );
  expect(seenOf(told)).toMatchObject({ silentFromMs: ms("03T10:00"), silentToMs: ms("06T10:00") });
  expect(lastNewsMs(told, NOW.epochMilliseconds)).toBe(ms("07T10:00"));
  expect(lastNewsMs(told, ms("06T18:00"))).toBe(ms("06T18:00"));
  expect(lastNewsMs([], NOW.epochMilliseconds)).toBeNull();
});

test("the facts change with the status, the day of an attempt and the carrier's day, not with one more scan on the way", () => {
  const text = (observations: readonly Observation[]) => factsText(stateOf(observations, NOW, CHECKED));
  const one = scans(["03T10:00", "picked_up"], ["04T10:00", "in_transit"]);
  const more = scans(["03T10:00", "picked_up"], ["04T10:00", "in_transit"], ["05T10:00", "in_transit"]);
  expect(text(more)).toBe(text(one));
  const out = (day: string) => text([...one, ...scans([`${day}T10:00`, "out_for_delivery"])]);
  expect(new Set([text(one), out("05"), out("06")]).size).toBe(3);
  const named = observation({
    kind: "summary",
    reportPosition: 9,
    status: "in_transit",
    estimate: { from: "2026-03-09", to: "2026-03-09" },
  });
  expect(text([...one, named])).not.toBe(text(one));
});

test("it comes from where the carrier took it over, not from where its label was made", () => {
  const [label, taken, moving] = scans(
    ["02T10:00", "info_received"],
    ["03T10:00", "picked_up"],
    ["04T10:00", "in_transit"],
  );
  const at = (scan: Observation | undefined, city: string, country: string): Observation[] =>
    scan === undefined ? [] : [{ ...scan, place: { city, region: null, postalCode: null, country } }];
  const all = [...at(label, "Boston", "US"), ...at(taken, "Denver", "us"), ...at(moving, "Omaha", "US")];
  expect(seenOf(all)).toMatchObject({ fromTown: "Denver", fromCountry: "US", km: 42 });
  expect(seenOf(at(label, "Boston", "US"))).toMatchObject({ fromTown: null, fromCountry: null, km: null });
});
