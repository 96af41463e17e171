import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { within } from "./within.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("who hangs is not waited for", async () => {
  const waiting = expect(within(8_000, new Promise(() => {}))).rejects.toThrow("did not answer within 8 s");
  await vi.advanceTimersByTimeAsync(7_999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await waiting;
});

test("who answers in time is heard, and no timer stays behind", async () => {
  expect(await within(8_000, Promise.resolve("page"))).toBe("page");
  await expect(within(8_000, Promise.reject(new Error("gone")))).rejects.toThrow("gone");
  expect(vi.getTimerCount()).toBe(0);
});

test("an error that comes after the time troubles nobody", async () => {
  const work = Promise.withResolvers<never>();
  const waiting = expect(within(10, work.promise)).rejects.toThrow("did not answer");
  await vi.advanceTimersByTimeAsync(10);
  await waiting;
  work.reject(new Error("too late"));
  await vi.advanceTimersByTimeAsync(1);
});
