import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { retryAfterMs } from "./push-retries.ts";
import { PUSHERS, type Pusher } from "./push-signature.ts";
import { at, send } from "./raw-client-testing.ts";
import { openWebhook, pushesOf, requestOf } from "./sandbox-pushes-testing.ts";
import { scriptOfSteps, startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";
import type { SandboxCarrier } from "./script.ts";

const SECRET = "a secret of thirty-two signs, é.";
let sandbox: TestSandbox;
let webhook: Awaited<ReturnType<typeof openWebhook>>;
beforeEach(async () => {
  sandbox = await startSandbox();
  webhook = await openWebhook();
});
afterEach(async () => {
  await sandbox.close();
  webhook.close();
});

const control = (method: string, path: string, body?: unknown) =>
  send(sandbox, `/sandbox/pushes${path}`, body === undefined ? { method } : { method, body: JSON.stringify(body) });
const put = (carrier: Pusher, more: object) =>
  control("PUT", "", { carrier, url: `${webhook.url}/in`, secret: SECRET, ...more });
const arrivals = (count: number) => expect.poll(() => webhook.arrived.length, { timeout: 5_000 }).toBe(count);
const stateOf = async (key: string, nth = 0) => at((await control("GET", "")).body, `pushes.${nth}.${key}`);

/** A parcel with a label now and two scans in the next two hours. */
async function parcel(pusher: Pusher, seed: string): Promise<string> {
  const carrier: SandboxCarrier = pusher === "ups" || pusher === "fedex" ? pusher : "usps";
  const number = validNumber(carrier, seed);
  const steps = [
    [-10, "label"],
    [60, "picked_up"],
    [120, "out_for_delivery"],
  ] as const;
  await sandbox.play(carrier, number, scriptOfSteps(steps));
  return number;
}

describe.each(PUSHERS)("pushes of %s", (pusher) => {
  const { isSigned, read, idOf } = pushesOf(pusher);

  it("tell each step once it is visible, in order, signed so that our own code believes them", async () => {
    const number = await parcel(pusher, "steps");
    await put(pusher, { numbers: [number] });
    await sandbox.advance(300);
    await arrivals(2);
    const told = webhook.arrived.map((push) => {
      expect(isSigned(requestOf(push), SECRET)).toBe(true);
      expect(isSigned(requestOf(push), `${SECRET}!`)).toBe(false);
      const [entry] = read(push.body);
      expect(entry?.trackingNumber).toBe(number);
      return entry?.result.ok && entry.result.value.found ? entry.result.value.summary.status : null;
    });
    expect(told[1]).toBe("out_for_delivery");
    expect(["picked_up", "in_transit"]).toContain(told[0]);
    const ids = webhook.arrived.map(({ body }) => idOf(body));
    if (ids[0] !== null) expect(new Set(ids).size).toBe(2);
  });

  it("are replayed with the same bytes, and forged so that our own code believes nothing", async () => {
    const number = await parcel(pusher, "replayed");
    await put(pusher, { numbers: [number], replay: 2, forge: 2 });
    await sandbox.advance(300);
    await arrivals(4);
    const [first, forged, second, again] = webhook.arrived;
    expect(again?.body).toBe(second?.body);
    expect(first?.body).not.toBe(second?.body);
    expect(webhook.arrived.map((push) => isSigned(requestOf(push), SECRET))).toEqual([true, false, true, true]);
    expect(forged?.path).toBe("/in");
    await expect.poll(() => stateOf("delivered")).toBe(2);
    expect([await stateOf("replayed"), await stateOf("forged"), await stateOf("forgedTaken")]).toEqual([1, 1, 1]);
  });
});

describe("what a push says of itself", () => {
  it.each([
    ["easypost", { "user-agent": /EasyPost/ }, { object: "Event", description: "tracker.updated" }],
    ["aftership", { "as-webhook-version": /2026-07/ }, { event: "tracking_update", is_tracking_first_tag: true }],
    ["17track", { sign: /^[0-9a-f]{64}$/ }, { event: "TRACKING_UPDATED" }],
    ["fedex", { "fdx-signature": /=$/ }, {}],
    ["usps", { "x-hmac": /=$/ }, { subscriptionType: "TRACKING", payload: expect.any(String) }],
    ["ups", { "user-agent": /^UPSPubSubTrackingService$/ }, { activityStatus: { type: "I", descriptionCode: "038" } }],
  ] as const)("is of %s as it sends it", async (pusher, headers, content) => {
    await put(pusher, { numbers: [await parcel(pusher, "form")] });
    await sandbox.advance(90);
    await arrivals(1);
    const [push] = webhook.arrived;
    for (const [name, pattern] of Object.entries(headers)) expect(push?.headers[name]).toMatch(pattern);
    expect(JSON.parse(push?.body ?? "")).toMatchObject(content);
  });

  it("comes from UPS with the credential in the header that its portal was told", async () => {
    await put("ups", { numbers: [await parcel("ups", "header")], header: "x-portal" });
    await sandbox.advance(90);
    await arrivals(1);
    expect(webhook.arrived[0]?.headers).toMatchObject({ "x-portal": expect.any(String) });
  });
});

describe("a target", () => {
  it("is told of nothing that was before, and of anything at once when somebody says so", async () => {
    const number = await parcel("easypost", "at once");
    await put("easypost", { numbers: [number] });
    expect((await control("POST", "/send", { carrier: "easypost", numbers: [number, "nonsense"] })).body).toEqual({
      targets: 1,
      unknown: ["nonsense"],
    });
    await arrivals(1);
    expect(await stateOf("pushed")).toBe(1);
  });

  it("gets one push after its successor where it is to be out of order", async () => {
    await put("easypost", { numbers: [await parcel("easypost", "order")], reorder: 1 });
    await sandbox.advance(300);
    await arrivals(2);
    expect(webhook.arrived.map(({ body }) => at(JSON.parse(body), "result.status"))).toEqual([
      "out_for_delivery",
      "in_transit",
    ]);
  });

  it("gets at most so many a second", async () => {
    await put("17track", { numbers: [], rate: 40 });
    const numbers = await Promise.all(Array.from({ length: 20 }, (_, seed) => parcel("17track", `rate ${seed}`)));
    const before = performance.now();
    await control("POST", "/send", { carrier: "17track", numbers });
    await arrivals(20);
    expect(performance.now() - before).toBeGreaterThan(220);
  });

  it("that fails is tried again by the sandbox's clock with the same words, and given up in the end", async () => {
    const number = validNumber("ups", "failing");
    await sandbox.play("ups", number, scriptOfSteps([[60, "label"]]));
    webhook.answer.status = 500;
    await put("17track", { numbers: [number] });
    await sandbox.advance(60);
    for (const [tries, minutes] of [10, 30, 60].entries()) {
      await arrivals(tries + 1);
      await expect.poll(() => stateOf("retried")).toBe(tries + 1);
      await sandbox.advance(minutes - 1);
      expect([await stateOf("waiting"), webhook.arrived.length]).toEqual([1, tries + 1]);
      await sandbox.advance(1);
    }
    await expect.poll(() => stateOf("lost")).toBe(1);
    expect(new Set(webhook.arrived.map(({ body }) => body)).size).toBe(1);
    expect(webhook.arrived).toHaveLength(4);
  });

  it("is tried again as long as its carrier says it does", () => {
    const minutes = (pusher: Pusher) =>
      Array.from({ length: 20 }, (_, nth) => retryAfterMs(pusher, nth + 1)).map((ms) =>
        ms === null ? null : ms / 60_000,
      );
    const sum = (waits: readonly (number | null)[]) => waits.reduce<number>((total, wait) => total + (wait ?? 0), 0);
    expect(minutes("aftership").slice(0, 3)).toEqual([0.5, 1, 2]);
    expect(minutes("aftership").filter((wait) => wait !== null)).toHaveLength(13);
    expect(sum(minutes("easypost"))).toBeLessThanOrEqual(24 * 60);
    for (const pusher of ["ups", "fedex", "usps"] as const) expect(minutes(pusher)[0]).toBeNull();
  });

  it("is declined where it is none", async () => {
    for (const wrong of [{ url: "ftp://x" }, { secret: "" }, { replay: 0 }, { numbers: "1" }]) {
      expect((await put("easypost", wrong)).status).toBe(400);
    }
    expect((await control("PUT", "", { carrier: "dhl", url: webhook.url, secret: "x" })).status).toBe(400);
    await put("ups", {});
    await control("DELETE", "");
    expect((await control("GET", "")).body).toEqual({ pushes: [] });
  });
});

describe("a target without a list", () => {
  it("is told of what an aggregator was given, what was before in one push", async () => {
    const number = await parcel("aftership", "given");
    await put("aftership", {});
    const headers = { "as-api-key": "sandbox-key" };
    const body = JSON.stringify({ tracking_number: number });
    const given = await send(sandbox, "/aftership/tracking/2026-07/trackings", { method: "POST", headers, body });
    await arrivals(1);
    const [push] = webhook.arrived.map((one): unknown => JSON.parse(one.body));
    expect(at(push, "msg")).toMatchObject({ id: at(given.body, "data.id"), tag: "InfoReceived" });
    await sandbox.advance(90);
    await arrivals(2);
  });
});
