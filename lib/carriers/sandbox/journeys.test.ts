import { describe, expect, it } from "vitest";
import { atClock, dayZeroDate } from "./day-zero.ts";
import { JOURNEY_NAMES, planOf } from "./journey-library.ts";
import { chosenJourney, journeyOf } from "./journeys.ts";
import { playedAt } from "./played.ts";
import { validNumber } from "./sandbox-testing.ts";
import { journeyScript, SANDBOX_CARRIERS } from "./script.ts";
import { wallClock } from "./wall-clock.ts";

const numbers = Array.from({ length: 2_000 }, (_, seed) => validNumber("ups", seed));

describe("the journeys that the sandbox knows", () => {
  it("are at least the ones that a shop meets", () => {
    for (const name of [
      "on-time",
      "early",
      "weather-delay",
      "operations-delay",
      "international",
      "customs-documents-missing",
      "attempt-then-pickup",
      "attempt-then-delivered",
      "address-problem",
      "damaged-and-returned",
      "lost",
      "refused-and-returned",
      "label-only",
      "not-found-for-a-while",
      "cancelled",
      "late-scan",
      "note-after-delivery",
    ]) {
      expect(JOURNEY_NAMES).toContain(name);
    }
  });

  it.each(JOURNEY_NAMES)("%s is a script that JSON can carry, in the order of time, for every carrier", (name) => {
    for (const carrier of SANDBOX_CARRIERS) {
      for (let seed = 0; seed < 20; seed += 1) {
        const script = journeyOf(name, carrier, validNumber(carrier, seed));
        expect(journeyScript.parse(JSON.parse(JSON.stringify(script)))).toEqual(script);
        const minutes = script.events.map(({ atMinutes }) => atMinutes);
        expect(minutes).toEqual(minutes.toSorted((one, other) => one - other));
        expect(script.events[0]?.step).toBe("label");
      }
    }
  });

  it.each(["on-time", "overnight", "by-road"] as const)(
    "%s names the day on which it comes, whatever the hour at which it is first asked for",
    (name) => {
      for (const [seed, number] of numbers.slice(0, 48).entries()) {
        const startMs = Date.UTC(2026, 10, 3, seed % 24, 13);
        const begun = {
          carrier: "ups",
          number,
          script: journeyOf(name, "ups", number),
          startMs,
          speed: 1,
          headMinutes: 0,
        } as const;
        const played = playedAt(begun, startMs + 9 * 86_400_000);
        const arrived = begun.script.events.findLast(({ step }) => step === "delivered");
        const first = begun.script.estimates?.find(({ kind }) => kind === "day");
        const zone = played?.destination.zone ?? "";
        const dayAt = (minutes = 0) => wallClock(startMs + minutes * 60_000, zone).date;
        expect(dayAt(first?.toMinutes)).toBe(dayAt(arrived?.atMinutes));
      }
    },
  );

  it("are the same for the same number and differ between numbers", () => {
    expect(journeyOf("on-time", "ups", "A")).toEqual(journeyOf("on-time", "ups", "A"));
    const towns = new Set(numbers.map((number) => journeyOf("on-time", "ups", number).events[0]?.place.city));
    expect(towns.size).toBeGreaterThan(15);
  });

  it("cross time zones at home, and borders where they are international", () => {
    const zones = (name: "on-time" | "international", carrier: "fedex" | "dhl") =>
      new Set(numbers.flatMap((number) => journeyOf(name, carrier, number).events.map(({ place }) => place.zone)));
    expect(zones("on-time", "fedex").size).toBeGreaterThan(6);
    expect(zones("on-time", "dhl")).toContain("Europe/Berlin");
    for (const number of numbers.slice(0, 100)) {
      const countries = new Set(journeyOf("international", "dhl", number).events.map(({ place }) => place.country));
      expect(countries.size).toBeGreaterThan(1);
    }
  });

  it("deliver about six parcels of ten without trouble, and every other journey is met too", () => {
    const met = Map.groupBy(numbers, (number) => chosenJourney("ups", number));
    const plain = ["on-time", "overnight", "by-road", "early"] as const;
    const share = plain.reduce((sum, name) => sum + (met.get(name)?.length ?? 0), 0) / numbers.length;
    expect(share).toBeGreaterThan(0.52);
    expect(share).toBeLessThan(0.68);
    expect([...met.keys()].toSorted()).toEqual(JOURNEY_NAMES.filter((name) => planOf(name).weight).toSorted());
  });

  it("have with a wrong zone two times that are not those of their places", () => {
    for (const carrier of SANDBOX_CARRIERS) {
      for (let seed = 0; seed < 60; seed += 1) {
        const { events } = journeyOf("wrong-zone", carrier, validNumber(carrier, seed));
        const strange = events.filter(({ clockZone }) => clockZone !== undefined);
        expect(strange).toHaveLength(2);
        for (const { place, clockZone = "" } of strange) {
          const [there, written] = [place.zone, clockZone].map((zone) => wallClock(Date.UTC(2026, 6, 1), zone).offset);
          expect([place.city, written]).not.toEqual([place.city, there]);
        }
      }
    }
  });

  it("change the clocks on the way where they are about that", () => {
    for (const carrier of SANDBOX_CARRIERS) {
      for (let seed = 0; seed < 60; seed += 1) {
        const script = journeyOf("clock-change", carrier, validNumber(carrier, seed));
        const { zone } = script.events[0]?.place ?? { zone: "UTC" };
        const zero = atClock(dayZeroDate(script.dayZero ?? "today", Date.UTC(2026, 3, 5), zone), 0, zone);
        const offsets = [0, 3].map((days) => wallClock(zero + days * 86_400_000, zone).offset);
        expect(new Set(offsets).size).toBe(2);
      }
    }
  });

  it("name a window on the last morning that holds the delivery", () => {
    for (const name of ["on-time", "overnight", "by-road", "weather-delay", "operations-delay"] as const) {
      for (const number of numbers.slice(0, 50)) {
        const { events, estimates = [] } = journeyOf(name, "ups", number);
        const delivered = events.at(-1)?.atMinutes ?? 0;
        const window = estimates.at(-1);
        expect(window?.kind).toBe("window");
        expect(window?.fromMinutes).toBeLessThanOrEqual(delivered);
        expect(window?.toMinutes).toBeGreaterThanOrEqual(delivered);
      }
    }
  });
});
