import { expect, test, vi } from "vitest";
import { liveStreams } from "./live-streams.ts";

const limits = { most: 3, mostOfBlock: 2, lifeMs: 60_000 };
const news = (...shipmentIds: readonly string[]) => ({ merchantId: "m", shipmentIds });

function opened(streams: ReturnType<typeof liveStreams>, shipmentIds: readonly string[], block = "a") {
  const leaving = new AbortController();
  const reader = streams.open({ ...news(...shipmentIds), block, signal: leaving.signal }).getReader();
  const next = async () => {
    const { value, done } = await reader.read();
    return done ? null : new TextDecoder().decode(value);
  };
  return { next, leave: () => leaving.abort(), cancel: () => reader.cancel() };
}

test("a page is told of its own parcels, once a notification, and of nothing else", async () => {
  const streams = liveStreams(limits);
  const page = opened(streams, ["p1", "p2"]);
  expect(await page.next()).toMatch(/^retry: \d+\n\n$/);
  streams.tell({ merchantId: "another", shipmentIds: ["p1"] });
  streams.tell(news("p3"));
  streams.tell(news("p1", "p2"));
  streams.beat();
  expect(await page.next()).toBe("data: look\n\n");
  expect(await page.next()).toBe(":\n\n");
});

test("no more streams than a process and a neighbourhood may have; who goes makes room", () => {
  const streams = liveStreams(limits);
  const [first] = [opened(streams, ["p"]), opened(streams, ["p"])];
  expect([streams.refusal("a"), streams.refusal("b")]).toEqual(["too_many", null]);
  opened(streams, ["p"], "b");
  expect(streams.refusal("b")).toBe("full");
  first?.leave();
  expect([streams.refusal("a"), streams.refusal("b")]).toEqual([null, null]);
});

test("a page that went, by whichever way, leaves nothing behind", async () => {
  const streams = liveStreams(limits);
  const [left, cancelled] = [opened(streams, ["p"]), opened(streams, ["p"])];
  left?.leave();
  left?.leave();
  await cancelled?.cancel();
  expect(streams.count()).toBe(0);
  streams.tell(news("p"));
  expect(streams.refusal("a")).toBeNull();
});

test("a page that reads no more is given up instead of being written to for ever", () => {
  const streams = liveStreams(limits);
  opened(streams, ["p"]);
  for (let told = 0; told < 500; told += 1) streams.tell(news("p"));
  expect(streams.count()).toBe(0);
});

test("a stream ends with its life", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const streams = liveStreams(limits);
  const page = opened(streams, ["p"]);
  await page.next();
  vi.advanceTimersByTime(59_000);
  streams.beat();
  expect(await page.next()).toBe(":\n\n");
  vi.advanceTimersByTime(2_000);
  streams.beat();
  expect(await page.next()).toBeNull();
  vi.useRealTimers();
});

test("when the process stops all streams end, and none is opened any more", async () => {
  const streams = liveStreams(limits);
  const page = opened(streams, ["p"]);
  await page.next();
  streams.endAll();
  expect(await page.next()).toBeNull();
  expect(streams.refusal("a")).toBe("full");
  const late = opened(streams, ["p"]);
  await late.next();
  expect(await late.next()).toBeNull();
  expect(streams.count()).toBe(0);
});
