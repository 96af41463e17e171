import { expect, test } from "vitest";
import { type Answer, openCarrier, wordsOf } from "#lib/carriers/carrier-testing.ts";
import { aftership } from "./client.ts";
import { NUMBER, page, reply, tracking } from "./tracking-testing.ts";

const PATH = "/tracking/2026-07/trackings";
const open = (answer: Answer) => openCarrier(aftership, answer, { base: "/as" });

test("it asks for one number with the key in the header", async () => {
  const { questions, track } = await open(() => ({ body: page(tracking()) }));
  expect((await track([NUMBER])).get(NUMBER)).toMatchObject({
    ok: true,
    value: { found: true, trackingNumber: NUMBER },
  });
  expect(questions.map(({ method, path, headers }) => [method, path, headers["as-api-key"]])).toEqual([
    ["GET", `/as${PATH}?tracking_numbers=${NUMBER}`, 's:e&c"r'],
  ]);
});

test("a number that AfterShip does not know is given to it, once", async () => {
  const { questions, track } = await open(({ method }) =>
    method === "GET" ? { body: page() } : { status: 201, body: reply(tracking("Pending_001"), 201) },
  );
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: "not found" });
  expect(questions.map(({ method, body }) => [method, body])).toEqual([
    ["GET", ""],
    ["POST", JSON.stringify({ tracking_number: NUMBER })],
  ]);
});

test.each([
  [400, reply({}, 4003), "not found"],
  [400, reply({}, 4012), "invalid_number"],
  [400, reply({}, 4011), "rejected"],
  [429, reply({}, 429), "quota_spent"],
  [402, "", "rejected"],
])("a gift that is answered with %i and %j is %s", async (status, body, word) => {
  const { track } = await open(({ method }) => (method === "GET" ? { body: page() } : { status, body }));
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: word });
});

test("what cannot be one number is not asked about", async () => {
  const { questions, track } = await open(() => ({ body: page(tracking()) }));
  expect(wordsOf(await track(["A,B", "A&slug=x", ""]))).toEqual({
    ...{ "A,B": "invalid_number", "A&slug=x": "invalid_number", "": "invalid_number" },
  });
  expect(questions).toEqual([]);
});

test("a carrier that is known and that AfterShip has one slug for is named, in both requests", async () => {
  const urls: string[] = [];
  const send = async ({ url, body = "" }: { url: string; body?: string }) => {
    urls.push(new URL(url).searchParams.get("slug") ?? String(JSON.parse(body || "{}").slug));
    return { ok: true, value: { status: 200, headers: new Headers(), body: JSON.stringify(page()) } } as const;
  };
  const access = { accountId: "a", baseUrl: "http://x", clientId: "", clientSecret: "k" };
  for (const carrier of ["usps", "dhl"]) {
    const context = { send, signal: AbortSignal.timeout(1_000), carrierOf: () => carrier };
    await aftership.track(access, [NUMBER], context);
  }
  expect(urls).toEqual(["usps", "usps", "undefined", "undefined"]);
});

test.each([
  [404, reply({}, 404), "not found"],
  [400, reply({}, 4005), "invalid_number"],
  [404, "<html></html>", "rejected"],
  [401, reply({}, 401), "credentials_refused"],
  [403, "", "forbidden"],
  [500, reply({}, 4004), "outage"],
  [302, "", "unreadable"],
  [200, '{"meta":', "unreadable"],
  [200, "{}", "unreadable"],
])("status %i with %j is %s, and is asked once", async (status, body, word) => {
  const { questions, track } = await open(() => ({ status, body }));
  expect(wordsOf(await track([NUMBER, NUMBER]))).toEqual({ [NUMBER]: word });
  expect(questions).toHaveLength(1);
});

test.each([
  [{ "Retry-After": "30" }, 30_000],
  [{ "X-RateLimit-Reset": "1406096275" }, 0],
])("how long to wait is read from %j", async (headers, retryAfterMs) => {
  const { track } = await open(() => ({ status: 429, headers, body: "" }));
  expect((await track([NUMBER])).get(NUMBER)).toMatchObject({ error: { kind: "quota_spent", retryAfterMs } });
});

test("an answer that does not come in time is an outage", async () => {
  const { track } = await open(() => null);
  expect(wordsOf(await track([NUMBER], AbortSignal.timeout(50)))).toEqual({ [NUMBER]: "outage" });
});
