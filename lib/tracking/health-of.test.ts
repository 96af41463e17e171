import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { healthOf } from "./health-of.ts";
import { CHECK_PROBLEMS, type CheckFacts } from "./tracking-state.ts";

const now = Temporal.Instant.from("2026-03-20T12:00:00Z");
const ago = (minutes: number) => now.subtract({ minutes }).toString();
const checked = (minutes: number): CheckFacts => ({ supported: true, checkedAt: ago(minutes), problem: null });

test.each([
  ["out_for_delivery", 30],
  ["in_transit", 6 * 60],
  ["pending", 8 * 60],
  ["returning", 12 * 60],
] as const)("%s is stale when the carrier has not answered for more than %d minutes", (status, minutes) => {
  expect(healthOf(checked(minutes), status, now)).toBe("ok");
  expect(healthOf(checked(minutes + 1), status, now)).toBe("stale");
});

test.each(["delivered", "returned", "cancelled", "lost"] as const)("what is %s is never stale", (status) => {
  expect(healthOf(checked(1e6), status, now)).toBe("ok");
});

test.each([
  ["invalid_number", "invalid_number"],
  ["credentials_refused", "credentials_refused"],
  ["forbidden", "credentials_refused"],
  ["quota_spent", "quota_spent"],
  ["outage", "ok"],
  ["unreadable", "ok"],
  ["rejected", "ok"],
] as const)("a fresh %s is told as %s", (kind, health) => {
  expect(healthOf({ ...checked(5), problem: { kind, since: ago(2) } }, "in_transit", now)).toBe(health);
});

test("an outage makes stale what it keeps from being asked about, counted from the last answer or the first try", () => {
  const outage = (minutes: number) => ({ kind: "outage", since: ago(minutes) }) as const;
  expect(healthOf({ ...checked(400), problem: outage(5) }, "in_transit", now)).toBe("stale");
  expect(healthOf({ supported: true, checkedAt: null, problem: outage(5) }, "in_transit", now)).toBe("ok");
  expect(healthOf({ supported: true, checkedAt: null, problem: outage(400) }, "in_transit", now)).toBe("stale");
});

test("a carrier that has failed for half an hour is stale, however seldom it would have been asked", () => {
  const failing = (minutes: number) => ({ ...checked(45), problem: { kind: "outage", since: ago(minutes) } }) as const;
  expect(healthOf(failing(29), "in_transit", now)).toBe("ok");
  expect(healthOf(failing(31), "in_transit", now)).toBe("stale");
});

test("a carrier that is asked sixty times as often is stale sixty times as soon", () => {
  const sandbox = (minutes: number): CheckFacts => ({ ...checked(minutes), pace: 60 });
  expect(healthOf(sandbox(5), "in_transit", now)).toBe("ok");
  expect(healthOf(sandbox(7), "in_transit", now)).toBe("stale");
});

test("what is silent is asked about each day, so that it is stale after two; what nobody asks about any more never is", () => {
  expect(healthOf(checked(2 * 24 * 60), "expired", now)).toBe("ok");
  expect(healthOf(checked(2 * 24 * 60 + 1), "expired", now)).toBe("stale");
  for (const status of ["expired", "in_transit", "pending"] as const) {
    expect(healthOf({ ...checked(1e6), isScheduled: false }, status, now)).toBe("ok");
  }
});

test("what was never tried is not late", () => {
  expect(healthOf({ supported: true, checkedAt: null, problem: null }, "pending", now)).toBe("ok");
});

test("a carrier that no account answers for is unsupported, whatever else is wrong", () => {
  for (const kind of CHECK_PROBLEMS) {
    const check = { supported: false, checkedAt: null, problem: { kind, since: ago(1) } };
    expect(healthOf(check, "in_transit", now)).toBe("unsupported_carrier");
  }
});
