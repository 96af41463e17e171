import { expect, test } from "vitest";
import { isCorrection } from "./correction-of.ts";
import type { Observation } from "./observation.ts";
import { asReported, observation, summary } from "./observation-testing.ts";

const place = { city: "Leipzig", region: null, postalCode: null, country: "DE" };
const loaded = observation({ status: "out_for_delivery", code: "OD", instant: "2026-03-03T08:00:00Z", place });
const delivered = observation({ status: "delivered", code: "DL", instant: "2026-03-03T12:00:00Z", place });
const hub = observation({ status: "in_transit", code: "AR", instant: "2026-03-03T20:00:00Z", place });
const moving = summary({ status: "in_transit" });
const askedAt = "2026-03-04T12:00:00Z";
const known = [loaded, delivered];

const corrects = (
  word: Observation,
  scans: readonly Observation[],
  facts: readonly Observation[] = known,
  asked = askedAt,
) => isCorrection(facts, { summary: asReported(word), scans: scans.map(asReported) }, asked);

test("a history that goes on without the delivery takes it back", () => {
  expect(corrects(moving, [hub, loaded])).toBe(true);
  expect(corrects(summary({ status: "exception" }), [hub])).toBe(true);
});

test("a history that still has the delivery does not, however it is worded now", () => {
  const reworded = { ...delivered, description: "Left at the door", place: { ...place, city: " LEIPZIG" } };
  expect(corrects(moving, [hub, reworded, loaded])).toBe(false);
  expect(corrects(moving, [hub, { ...reworded, effect: "informs", status: null }])).toBe(false);
  const moved = { ...delivered, instant: "2026-03-03T12:01:00Z" };
  expect(corrects(moving, [hub, moved])).toBe(false);
});

test.each(["delivered", "returning", "returned", null] as const)("a summary that says %s does not", (status) => {
  expect(corrects(summary({ status }), [hub, loaded])).toBe(false);
});

test("a report without any history does not", () => {
  expect(corrects(moving, [])).toBe(false);
});

test("an old answer from before the delivery does not", () => {
  expect(corrects(moving, [loaded])).toBe(false);
  const sameDay = observation({ status: "in_transit", code: "AR", localTime: "2026-03-03", place });
  expect(corrects(moving, [sameDay, loaded])).toBe(true);
});

test("a number that comes back after 14 days is another parcel", () => {
  const later = (day: number) => corrects(moving, [hub], known, `2026-03-${day}T12:00:00Z`);
  expect([later(17), later(18)]).toEqual([true, false]);
});

test("what never counted as a delivered scan cannot be taken back", () => {
  expect(corrects(moving, [hub], [loaded])).toBe(false);
  expect(corrects(moving, [hub], [loaded, summary({ status: "delivered" })])).toBe(false);
});

test("a delivery without a time is taken back by what was scanned before it was told to be there no more", () => {
  const untimed = observation({ status: "delivered", code: "DL", observedAt: "2026-03-03T12:00:00Z" });
  expect(corrects(moving, [hub, loaded], [loaded, untimed])).toBe(true);
  expect(corrects(moving, [hub], [untimed], "2026-03-20T12:00:00Z")).toBe(false);
});

test("a report that was asked for at no time takes nothing back", () => {
  expect(corrects(moving, [hub], known, "soon")).toBe(false);
});
