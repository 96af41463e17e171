import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headMinutesOf } from "./head-start.ts";
import { JOURNEY_NAMES, type JourneyName, planOf } from "./journey-library.ts";
import { journeyOf } from "./journeys.ts";
import { type Begun, playedAt } from "./played.ts";
import { scriptOfSteps, validNumber } from "./sandbox-testing.ts";
import { type JourneyScript, STEPS } from "./script.ts";
import { wallClock } from "./wall-clock.ts";

const START = Date.parse("2026-03-05T15:00:00.400Z");
const MINUTE = 60_000;

function begun(script: JourneyScript, more: Partial<Begun> = {}): Begun {
  return { carrier: "ups", number: "1Z", script, startMs: START, speed: 1, headMinutes: 0, ...more };
}

const anyScript = fc
  .array(fc.record({ step: fc.constantFrom(...STEPS), at: fc.integer({ min: -10_000, max: 10_000 }) }), {
    minLength: 1,
  })
  .map((steps) => scriptOfSteps(steps.map(({ step, at }) => [at, step] as const)));
const anySpeed = fc.constantFrom(0.5, 1, 60, 3_600);
const anyWait = fc.integer({ min: 0, max: 20_000 * MINUTE });

describe("a parcel at a moment", () => {
  it("has no scan later than that moment, newest first", () => {
    fc.assert(
      fc.property(anyScript, anySpeed, anyWait, (script, speed, wait) => {
        const events = playedAt(begun(script, { speed }), START + wait)?.events ?? [];
        for (const { atMs } of events) expect(atMs).toBeLessThanOrEqual(START + wait);
        const times = events.map(({ atMs }) => atMs);
        expect(times).toEqual(times.toSorted((one, other) => other - one));
      }),
    );
  });

  it("keeps every scan that it once had, unchanged", () => {
    fc.assert(
      fc.property(anyScript, anySpeed, anyWait, anyWait, (script, speed, first, second) => {
        const before = playedAt(begun(script, { speed }), START + first)?.events ?? [];
        const after = playedAt(begun(script, { speed }), START + first + second)?.events ?? [];
        expect(after).toEqual(expect.arrayContaining([...before]));
        expect(after.length).toBeGreaterThanOrEqual(before.length);
      }),
    );
  });

  it("is not found before its label", () => {
    const script = scriptOfSteps([[30, "label"]]);
    expect(playedAt(begun(script), START + 29 * MINUTE)).toBeNull();
    expect(playedAt(begun(script), START + 30 * MINUTE)?.current.step).toBe("label");
  });

  it("passes what comes at the sandbox's speed, and what was at real pace", () => {
    const script = scriptOfSteps([
      [-600, "label"],
      [600, "delivered"],
    ]);
    const events = playedAt(begun(script, { speed: 60 }), START + 10 * MINUTE)?.events ?? [];
    const base = Math.floor(START / 1_000) * 1_000;
    expect(events.map(({ step, atMs }) => [step, atMs - base])).toEqual([
      ["delivered", 10 * MINUTE],
      ["label", -600 * MINUTE],
    ]);
  });

  it("reports a scan late without changing when it was, and takes one back", () => {
    const [first, second, third] = scriptOfSteps([
      [0, "label"],
      [60, "picked_up"],
      [120, "arrived"],
    ]).events;
    if (first === undefined || second === undefined || third === undefined) throw new Error("three scans");
    const late = { events: [first, { ...second, shownAtMinutes: 180 }, { ...third, removedAtMinutes: 240 }] };
    const steps = (minutes: number) => playedAt(begun(late), START + minutes * MINUTE)?.events.map(({ step }) => step);
    expect(steps(130)).toEqual(["arrived", "label"]);
    expect(steps(190)).toEqual(["arrived", "picked_up", "label"]);
    expect(steps(241)).toEqual(["picked_up", "label"]);
  });

  it("stays delivered whatever is scanned later, but not when it goes back", () => {
    const currentOf = (script: JourneyScript) => playedAt(begun(script), START + 1_000 * MINUTE)?.current.step;
    const delivered = [
      [0, "label"],
      [10, "delivered"],
    ] as const;
    expect(currentOf(scriptOfSteps([...delivered, [20, "departed"], [30, "note"]]))).toBe("delivered");
    expect(currentOf(scriptOfSteps([...delivered, [20, "return_started"], [30, "arrived"]]))).toBe("return_started");
    expect(currentOf(scriptOfSteps([...delivered, [20, "return_started"], [30, "returned"]]))).toBe("returned");
  });

  it("is expected until it is there", () => {
    const { events } = scriptOfSteps([
      [0, "label"],
      [100, "delivered"],
    ]);
    const estimates = [{ atMinutes: 10, fromMinutes: 60, toMinutes: 120, kind: "window" as const }];
    const known = (minutes: number) => playedAt(begun({ events, estimates }), START + minutes * MINUTE)?.estimates;
    expect(known(5)).toEqual([]);
    expect(known(10)).toHaveLength(1);
    expect(known(100)).toEqual([]);
  });
});

describe("a head start", () => {
  const chosen = { carrier: "ups", number: "1Z", name: "on-time", script: journeyOf("on-time", "ups", "1Z") } as const;

  it("is the fraction of the journey that was asked for", () => {
    const length = chosen.script.events.at(-1)?.atMinutes ?? 0;
    expect(headMinutesOf(0, chosen, START)).toBe(0);
    expect(headMinutesOf(0.5, chosen, START)).toBe(length / 2);
    expect(playedAt(begun(chosen.script, { headMinutes: length }), START)?.current.step).toBe("delivered");
  });

  const hashed = (carrier: "ups" | "dhl", seed: number, name: JourneyName, startMs: number) => {
    const number = validNumber(carrier, seed);
    const script = journeyOf(name, carrier, number);
    const headMinutes = headMinutesOf("hash", { carrier, number, name, script }, startMs);
    return playedAt(begun(script, { carrier, number, headMinutes, startMs }), startMs);
  };

  it.each([0, 6, 12, 18])("by hash shows a shop that is opened at %i:00 UTC every state at once", (hour) => {
    const startMs = Date.parse("2026-03-05T00:00:00Z") + hour * 60 * MINUTE;
    const names = JOURNEY_NAMES.filter((name) => planOf(name).weight !== undefined);
    const steps = new Set<string>();
    for (let seed = 0; seed < 2_000; seed += 1) {
      const name = names[seed % names.length] ?? "on-time";
      steps.add(hashed("ups", seed, name, startMs)?.current.step ?? "not found");
    }
    const all = new Set<string>(["not found", ...names.flatMap((name) => planOf(name).rows.map(([, step]) => step))]);
    expect([...all].filter((step) => step !== "note" && !steps.has(step))).toEqual([]);
  });

  it("by hash has delivered in the past at the hours at which people are up", () => {
    const parcels = Array.from(
      { length: 200 },
      (_, seed) => hashed("dhl", seed, "on-time", START)?.delivered ?? [],
    ).flat();
    expect(parcels.length).toBeGreaterThan(50);
    for (const { atMs, place } of parcels) {
      const [hour = 0] = wallClock(atMs, place.zone).time.split(":").map(Number);
      // Planned at 13:10 by the sender's clock; Helsinki and Las Palmas are two hours apart.
      expect(hour).toBeGreaterThanOrEqual(9);
      expect(hour).toBeLessThanOrEqual(18);
    }
  });
});
