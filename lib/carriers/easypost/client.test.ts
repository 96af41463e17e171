import { expect, test } from "vitest";
import { type Answer, openCarrier, wordsOf } from "#lib/carriers/carrier-testing.ts";
import type { sendHttp } from "#lib/carriers/http.ts";
import { easypost } from "./client.ts";
import { failure, NUMBER, tracker } from "./tracker-testing.ts";

const open = (answer: ReturnType<Answer>) => openCarrier(easypost, () => answer, { base: "/easypost" });

test("it asks for one tracker with the key as the user's name", async () => {
  const { questions, track } = await open({ status: 201, body: tracker() });
  const outcomes = await track([`${NUMBER} `]);
  expect(outcomes.get(`${NUMBER} `)).toMatchObject({ ok: true, value: { found: true, trackingNumber: `${NUMBER} ` } });
  expect(questions.map(({ method, path, body }) => [method, path, JSON.parse(body)])).toEqual([
    ["POST", "/easypost/v2/trackers", { tracker: { tracking_code: NUMBER } }],
  ]);
  expect(questions[0]?.headers.authorization).toBe(`Basic ${Buffer.from('s:e&c"r:').toString("base64")}`);
});

test("a carrier that is known and that EasyPost has one name for is named", async () => {
  const bodies: string[] = [];
  const send: typeof sendHttp = async ({ body }) => {
    bodies.push(body ?? "");
    return { ok: true, value: { status: 200, headers: new Headers(), body: JSON.stringify(tracker()) } };
  };
  const access = { accountId: "a", baseUrl: "http://x", clientId: "", clientSecret: "k" };
  for (const carrier of ["fedex", "dhl"]) {
    const context = { send, signal: AbortSignal.timeout(1_000), carrierOf: () => carrier };
    await easypost.track(access, [NUMBER], context);
  }
  expect(bodies.map((body) => JSON.parse(body).tracker.carrier)).toEqual(["FedEx", undefined]);
});

test("every number has an outcome, and is asked about once", async () => {
  const { questions, track } = await open({ body: tracker({ status: "unknown" }) });
  expect(wordsOf(await track(["A", "B", "A"]))).toEqual({ A: "not found", B: "not found" });
  expect(questions).toHaveLength(2);
  expect(await track([])).toEqual(new Map());
});

test.each([
  [404, failure("TRACKER.NOT_FOUND"), "not found"],
  [422, failure("TRACKER.NO_CARRIER_FOR_CODE"), "invalid_number"],
  [422, failure("TRACKER.CREATE.ERROR"), "invalid_number"],
  [422, failure("PARAMETER.REQUIRED"), "rejected"],
  [402, failure("PAYMENT_REQUIRED"), "forbidden"],
  [422, "<html></html>", "rejected"],
  [401, failure("NOT_FOUND"), "credentials_refused"],
  [403, failure("x"), "forbidden"],
  [500, failure("NOT_FOUND"), "outage"],
  [302, "", "unreadable"],
  [200, '{"id":', "unreadable"],
  [200, "{}", "unreadable"],
])("status %i with %j is %s, and is asked once", async (status, body, word) => {
  const { questions, track } = await open({ status, body });
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: word });
  expect(questions).toHaveLength(1);
});

test("how long to wait is passed on", async () => {
  const { track } = await open({ status: 429, headers: { "Retry-After": "30" }, body: failure("RATE_LIMITED") });
  expect((await track([NUMBER])).get(NUMBER)).toMatchObject({ error: { kind: "quota_spent", retryAfterMs: 30_000 } });
});

test("an answer that does not come in time is an outage", async () => {
  const { track } = await open(null);
  expect(wordsOf(await track([NUMBER], AbortSignal.timeout(50)))).toEqual({ [NUMBER]: "outage" });
});
