import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { type Desk, dueAt } from "./due-at.ts";
import { REMEDIES } from "./remedy.ts";

const desk: Desk = {
  zone: "Europe/Berlin",
  calendar: { workdays: [1, 2, 3, 4, 5], holidays: new Set(["2026-11-09"]) },
  closes: "17:00",
  answerDays: { pickup: 1, address: 1, reship: 1, refund: 2, person: 1 },
};
const chosen = (instant: string) => Temporal.Instant.from(instant);

test.each([
  ["reship", "2026-11-03T09:00:00Z", "2026-11-04T16:00:00Z"],
  ["refund", "2026-11-03T09:00:00Z", "2026-11-05T16:00:00Z"],
  // Friday evening, and Saturday in Berlin already: the Monday is a holiday.
  ["person", "2026-11-06T23:30:00Z", "2026-11-10T16:00:00Z"],
  ["refund", "2026-11-06T09:00:00Z", "2026-11-11T16:00:00Z"],
  // Over the end of summer time: 17:00 stays 17:00.
  ["person", "2026-10-23T09:00:00Z", "2026-10-26T16:00:00Z"],
] as const)("%s chosen at %s is answered by %s", (remedy, at, due) => {
  expect(dueAt(remedy, chosen(at), desk)?.toString()).toBe(due);
});

test("waiting asks nothing of the shop", () => {
  expect(dueAt("wait", chosen("2026-11-03T09:00:00Z"), desk)).toBeNull();
});

test("who asks later is never answered earlier, and the answer comes on a working day after the choice", () => {
  const start = chosen("2026-10-01T00:00:00Z");
  const minutes = fc.nat(90 * 24 * 60);
  fc.assert(
    fc.property(fc.constantFrom(...REMEDIES.slice(1)), minutes, minutes, (remedy, after, more) => {
      const at = start.add({ minutes: after });
      const due = dueAt(remedy, at, desk);
      const later = dueAt(remedy, at.add({ minutes: more }), desk);
      if (due === null || later === null) throw new Error("no day");
      expect(Temporal.Instant.compare(due, at)).toBe(1);
      expect(Temporal.Instant.compare(later, due)).toBeGreaterThanOrEqual(0);
      expect(due.toZonedDateTimeISO(desk.zone).dayOfWeek).toBeLessThanOrEqual(5);
    }),
  );
});
