import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendBy, tierRank, type Urgency } from "./attend-by.ts";

const HOUR = 3_600_000;
const TIERS = [null, "Silver", "gold", "Platinum"];
const ms = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 });
const urgency: fc.Arbitrary<Urgency> = fc.record({
  severity: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
  sinceMs: ms,
  tier: fc.constantFrom(...TIERS),
  dueMs: fc.option(ms),
  neededMs: fc.option(ms),
});

describe("the queue's rule", () => {
  it("never puts somebody back for being graver, more loyal, promised earlier, needing it earlier or waiting longer", () => {
    fc.assert(
      fc.property(urgency, fc.integer({ min: 0, max: 400 * HOUR }), (one, less) => {
        const at = attendBy(one);
        const graver = Math.min(3, one.severity + 1) as Urgency["severity"];
        expect(attendBy({ ...one, severity: graver })).toBeLessThanOrEqual(at);
        const next = TIERS[Math.min(3, TIERS.indexOf(one.tier) + 1)] ?? null;
        expect(attendBy({ ...one, tier: next })).toBeLessThanOrEqual(at);
        expect(attendBy({ ...one, sinceMs: one.sinceMs - less })).toBeLessThanOrEqual(at);
        const earlier = (day: number | null, otherwise: number) => (day ?? otherwise) - less;
        expect(attendBy({ ...one, dueMs: earlier(one.dueMs, at) })).toBeLessThanOrEqual(at);
        expect(attendBy({ ...one, neededMs: earlier(one.neededMs, at) })).toBeLessThanOrEqual(at);
      }),
    );
  });

  it("lets nobody wait for ever: after three days everybody comes before whoever begins to wait then", () => {
    fc.assert(
      fc.property(urgency, urgency, (old, fresh) => {
        const sinceMs = old.sinceMs + 72 * HOUR;
        const later = (day: number | null) => (day === null ? null : Math.max(day, sinceMs));
        const newcomer = { ...fresh, sinceMs, dueMs: later(fresh.dueMs), neededMs: later(fresh.neededMs) };
        expect(attendBy(old)).toBeLessThanOrEqual(attendBy(newcomer));
      }),
    );
  });

  it("looks at a lost parcel of a gold shopper within the hour, at a late number within a day", () => {
    const waits = (one: Partial<Urgency>) =>
      attendBy({ severity: 3, sinceMs: 0, tier: null, dueMs: null, neededMs: null, ...one }) / HOUR;
    expect(waits({ tier: "gold" })).toBe(1);
    expect(waits({ severity: 1 })).toBe(24);
    expect(waits({ severity: 1, dueMs: 5 * HOUR })).toBe(5);
    expect(waits({ severity: 1, neededMs: 50 * HOUR })).toBe(2);
    expect(waits({ severity: 1, neededMs: 30 * HOUR })).toBe(0);
  });

  it("knows the usual names of tiers in both of the desk's languages, and any other as one of a kind", () => {
    const names = [null, "", "Bronze", "銀卡", "GOLD", "金卡會員", "VIP", "白金"];
    expect(names.map((name) => tierRank(name))).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });
});
