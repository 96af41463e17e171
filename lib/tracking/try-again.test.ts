import { expect, test } from "vitest";
import { CHECK_PROBLEMS } from "./tracking-state.ts";
import { tryAgainAfterMs } from "./try-again.ts";

const plain = { retryAfterMs: null, pace: 1 };
const MINUTE = 60_000;

test("an outage is tried again in two minutes, then ever less often, at most every two hours", () => {
  expect([1, 2, 3, 20].map((failures) => tryAgainAfterMs("outage", failures, plain) / MINUTE)).toEqual([2, 4, 8, 120]);
});

test("what only a person can mend is tried seldom from the first time on", () => {
  expect(tryAgainAfterMs("credentials_refused", 1, plain)).toBe(60 * MINUTE);
  expect(tryAgainAfterMs("invalid_number", 1, plain)).toBe(12 * 60 * MINUTE);
});

test.each(CHECK_PROBLEMS)("after %s a carrier is never asked before the time that it named", (problem) => {
  const retryAfterMs = 13 * 60 * MINUTE;
  expect(tryAgainAfterMs(problem, 1, { retryAfterMs, pace: 1_000 })).toBe(retryAfterMs);
});

test.each(CHECK_PROBLEMS)("after %s a sandbox carrier is tried sooner, but never without a pause", (problem) => {
  const fast = tryAgainAfterMs(problem, 1, { retryAfterMs: null, pace: 1_000_000 });
  expect(fast).toBe(5_000);
});
