import { environmentManager, focusManager, onlineManager, QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LiveAnswer } from "#lib/tracking/page/live-answer.ts";
import { lookOptions } from "./look-options.ts";

const MINUTE = 60_000;
const answer = (nextLookMs: number | null): LiveAnswer => ({ version: "v", announcement: "", nextLookMs, checked: [] });
const ends: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  environmentManager.setIsServer(() => false);
  focusManager.setFocused(true);
  onlineManager.setOnline(true);
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  focusManager.setFocused(undefined);
  vi.useRealTimers();
});

function watch(look: () => Promise<LiveAnswer>, nextLookMs: number | null = MINUTE, isTold = () => false) {
  const asked = vi.fn(look);
  const client = new QueryClient();
  client.mount();
  const observer = new QueryObserver(client, lookOptions({ key: "t", look: asked, nextLookMs, isTold }));
  const unsubscribe = observer.subscribe(() => undefined);
  ends.push(
    unsubscribe,
    () => client.unmount(),
    () => client.clear(),
  );
  return { asked, observer };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test("a page looks soon, and then as often as the last answer said", async () => {
  const { asked } = watch(async () => answer(2 * MINUTE));
  await pass(0);
  expect(asked).toHaveBeenCalledTimes(1);
  await pass(2 * MINUTE - 1);
  expect(asked).toHaveBeenCalledTimes(1);
  await pass(10 * MINUTE + 1);
  expect(asked).toHaveBeenCalledTimes(7);
});

test("once there is nothing left to see it never looks again, not even when somebody comes back", async () => {
  const { asked } = watch(async () => answer(null));
  await pass(60 * MINUTE);
  focusManager.setFocused(false);
  focusManager.setFocused(true);
  await pass(60 * MINUTE);
  expect(asked).toHaveBeenCalledTimes(1);
});

test("a page that was rendered at its end never looks", async () => {
  const { asked } = watch(async () => answer(MINUTE), null);
  await pass(60 * MINUTE);
  expect(asked).not.toHaveBeenCalled();
});

test("a page that is told of news looks by itself at half the pace, and at the whole one once it is told no more", async () => {
  let isTold = true;
  const { asked } = watch(
    async () => answer(MINUTE),
    MINUTE,
    () => isTold,
  );
  await pass(4 * MINUTE);
  expect(asked).toHaveBeenCalledTimes(3);
  isTold = false;
  await pass(2 * MINUTE);
  await pass(4 * MINUTE);
  expect(asked).toHaveBeenCalledTimes(8);
});

test("a hidden tab looks at nothing; back in front it looks at once if its time has come", async () => {
  const { asked } = watch(async () => answer(MINUTE));
  await pass(0);
  focusManager.setFocused(false);
  await pass(30 * MINUTE);
  expect(asked).toHaveBeenCalledTimes(1);
  focusManager.setFocused(true);
  await pass(0);
  expect(asked).toHaveBeenCalledTimes(2);
  focusManager.setFocused(false);
  focusManager.setFocused(true);
  await pass(0);
  expect(asked).toHaveBeenCalledTimes(2);
});

test("a look that failed is tried twice more, keeps what was known, and then goes on at half the pace", async () => {
  let isDown = false;
  const { asked, observer } = watch(async () => {
    if (isDown) throw new Error("away");
    return answer(10 * MINUTE);
  });
  await pass(0);
  isDown = true;
  await pass(10 * MINUTE + 7_000);
  expect(asked).toHaveBeenCalledTimes(4);
  expect(observer.getCurrentResult()).toMatchObject({ status: "error", data: { version: "v" } });
  isDown = false;
  await pass(15 * MINUTE);
  expect(asked).toHaveBeenCalledTimes(4);
  await pass(5 * MINUTE);
  expect(asked).toHaveBeenCalledTimes(5);
  expect(observer.getCurrentResult().status).toBe("success");
});
