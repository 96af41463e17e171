import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sendHttp } from "#lib/carriers/http.ts";
import { at, bearer, send } from "./raw-client-testing.ts";
import { openWebhook, pushesOf } from "./sandbox-pushes-testing.ts";
import { invalidNumber, scriptOfSteps, startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";

const SECRET = "s".repeat(32);
const DAY = 1_440;
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

const arrivals = (count: number) => expect.poll(() => webhook.arrived.length, { timeout: 5_000 }).toBe(count);
const context = { send: sendHttp, signal: AbortSignal.timeout(10_000) };

/** Subscribes by our own client, and says for which numbers it was told yes. */
async function subscribe(pusher: "ups" | "usps", numbers: readonly string[]) {
  const target = { url: `${webhook.url}/in`, secret: SECRET };
  const outcomes = await pushesOf(pusher).subscription?.subscribe(sandbox.access(pusher), numbers, target, context);
  return numbers.filter((number) => outcomes?.get(number)?.ok === true);
}

describe("UPS Track Alert", () => {
  const request = async (body: unknown, headers: Record<string, string> = {}) =>
    send(sandbox, "/ups/api/track/v2/subscription/standard/package", {
      method: "POST",
      body: JSON.stringify(body),
      headers: { ...(await bearer(sandbox, "ups")), transId: "1", transactionSrc: "test", ...headers },
    });

  it("watches a number for 14 days from when it was asked to, and tells nothing that was before", async () => {
    const number = validNumber("ups", "alert");
    const steps = [
      [-60, "label"],
      [DAY, "picked_up"],
      [15 * DAY, "out_for_delivery"],
      [30 * DAY, "delivered"],
    ] as const;
    await sandbox.play("ups", number, scriptOfSteps(steps));
    await send(sandbox, "/sandbox/pushes", {
      method: "PUT",
      body: JSON.stringify({ carrier: "ups", url: webhook.url, secret: SECRET }),
    });
    expect(await subscribe("ups", [number, invalidNumber("ups", 1)])).toEqual([number]);
    await sandbox.advance(13 * DAY);
    await arrivals(1);
    await subscribe("ups", [number]);
    await sandbox.advance(3 * DAY);
    await arrivals(2);
    await sandbox.advance(20 * DAY);
    expect(at((await send(sandbox, "/sandbox/pushes")).body, "pushes.0.pushed")).toBe(2);
    const told = webhook.arrived.map(({ body }) => at(JSON.parse(body), "activityStatus.descriptionCode"));
    expect(told).toEqual(["038", "021"]);
  });

  it("declines what is no subscription in its own words, and says which numbers it does not take", async () => {
    const [good, bad] = [validNumber("ups", 1), invalidNumber("ups", 1)];
    const mixed = await request({ locale: "en_US", trackingNumberList: [good, bad] });
    expect(mixed.body).toEqual({ validTrackingNumbers: [good], invalidTrackingNumbers: [bad] });
    for (const [body, code] of [
      [{ trackingNumberList: [good] }, "VSS300"],
      [{ locale: "English", trackingNumberList: [good] }, "VSS310"],
      [{ locale: "en_US" }, "VSS200"],
      [{ locale: "en_US", trackingNumberList: [bad] }, "VSS210"],
      [{ locale: "en_US", trackingNumberList: Array.from({ length: 101 }, (_, n) => validNumber("ups", n)) }, "VSS220"],
      ["", "VSS110"],
    ] as const) {
      const reply = await request(body);
      expect([reply.status, at(reply.body, "response.errors.0.code")]).toEqual([400, code]);
    }
    const refused = await request({}, { authorization: "Bearer none" });
    expect([refused.status, at(refused.body, "response.errors.0.code")]).toEqual([401, "UJ0001"]);
  });
});

describe("USPS Subscriptions", () => {
  const path = "/usps/subscriptions-tracking/v3/subscriptions";
  const filter = (filterProperties: object) => ({ listenerURL: `${webhook.url}/in`, secret: SECRET, filterProperties });
  const create = async (body: unknown, headers?: Record<string, string>) =>
    send(sandbox, path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: headers ?? (await bearer(sandbox, "usps")),
    });

  it("pushes a number once its listener has sent the challenge back", async () => {
    const number = validNumber("usps", "subscribed");
    await sandbox.play(
      "usps",
      number,
      scriptOfSteps([
        [-60, "label"],
        [60, "picked_up"],
      ]),
    );
    expect(await subscribe("usps", [number])).toEqual([number]);
    await arrivals(1);
    expect(at(JSON.parse(webhook.arrived[0]?.body ?? ""), "challenge")).toEqual(expect.any(String));
    await sandbox.advance(90);
    await arrivals(2);
    expect(pushesOf("usps").read(webhook.arrived[1]?.body ?? "")[0]?.trackingNumber).toBe(number);
    // The same again is a duplicate, which our client takes for a yes.
    expect(await subscribe("usps", [number])).toEqual([number]);
  });

  it("suspends one whose listener says nothing back", async () => {
    webhook.answer.status = 500;
    const headers = await bearer(sandbox, "usps");
    const { status, body } = await create(filter({ trackingNumber: validNumber("usps", 1) }), headers);
    expect([status, at(body, "status")]).toEqual([201, "PENDING"]);
    const read = async () => send(sandbox, `${path}/${String(at(body, "subscriptionId"))}`, { headers });
    await expect.poll(async () => at((await read()).body, "status")).toBe("SUSPENDED");
  });

  it("goes by mailer id too, is listed by it, and is deleted with its ETag only", async () => {
    const headers = await bearer(sandbox, "usps");
    const number = validNumber("usps", "mailer");
    const MID = number.slice(5, 11);
    const { body } = await create(filter({ MID }), headers);
    const id = String(at(body, "subscriptionId"));
    expect(at((await send(sandbox, `${path}?MID=${MID}`, { headers })).body, "0.subscriptionId")).toBe(id);
    expect((await send(sandbox, path, { headers })).status).toBe(400);
    const one = await send(sandbox, `${path}/${id}`, { headers });
    const remove = (etag: string) =>
      send(sandbox, `${path}/${id}`, { method: "DELETE", headers: { ...headers, "if-match": etag } });
    expect((await remove('"old"')).status).toBe(412);
    expect((await remove(one.headers.get("etag") ?? "")).status).toBe(204);
    expect((await send(sandbox, `${path}/${id}`, { headers })).status).toBe(404);
  });

  it.each([
    ["a secret of another length", { secret: "short" }],
    ["neither mailer nor number", { filterProperties: {} }],
    ["what it does not know", { more: true }],
  ])("declines %s", async (_, more) => {
    const reply = await create({ ...filter({ trackingNumber: validNumber("usps", 1) }), ...more });
    expect([reply.status, at(reply.body, "error.code")]).toEqual([400, "400"]);
    expect((await create(filter({}), {})).status).toBe(401);
  });
});

describe("subscriptions", () => {
  it("count neither as calls nor against a quota", async () => {
    await send(sandbox, "/sandbox/quotas", { method: "PUT", body: JSON.stringify({ carrier: "ups", perDay: 0 }) });
    expect(await subscribe("ups", [validNumber("ups", 1)])).toHaveLength(1);
    expect((await sandbox.calls()).ups.calls).toBe(0);
  });
});
