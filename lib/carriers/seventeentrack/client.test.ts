import { expect, test } from "vitest";
import { type Answer, openCarrier, wordsOf } from "#lib/carriers/carrier-testing.ts";
import { seventeentrack } from "./client.ts";
import { event, failure, info, NUMBER, OTHER, parcel, rejected, reply } from "./parcel-testing.ts";

const moving = info("InTransit_Other", [event("InTransit_Other", "2026-03-02T08:15:00-07:00")]);
const open = (answer: Answer) => openCarrier(seventeentrack, answer, { base: "/17" });
const numbersOf = (body: string) => (JSON.parse(body) as { number: string }[]).map(({ number }) => number);

test("it asks for all numbers at once with the key in the header", async () => {
  const { questions, track } = await open(() => ({ body: reply([parcel(moving)], [rejected(-18_019_909)]) }));
  const outcomes = await track(["rr 123456785 cn", OTHER]);
  expect(wordsOf(outcomes)).toEqual({ "rr 123456785 cn": "found", [OTHER]: "not found" });
  expect(outcomes.get("rr 123456785 cn")).toMatchObject({ value: { trackingNumber: "rr 123456785 cn" } });
  expect(questions.map(({ method, path, headers }) => [method, path, headers["17token"]])).toEqual([
    ["POST", "/17/track/v2.2/gettrackinfo", 's:e&c"r'],
  ]);
  expect(JSON.parse(questions[0]?.body ?? "")).toEqual([{ number: NUMBER }, { number: OTHER }]);
});

test("numbers that 17TRACK does not know are registered, and no others", async () => {
  const { questions, track } = await open(({ path }) =>
    path.endsWith("/register")
      ? { body: reply([{ origin: 1, number: OTHER, carrier: 100_002 }], [rejected(-18_019_908, "SPENT1")]) }
      : { body: reply([parcel(moving)], [rejected(-18_019_902), rejected(-18_019_902, "SPENT1")]) },
  );
  expect(wordsOf(await track([NUMBER, OTHER, "SPENT1"]))).toEqual({
    ...{ [NUMBER]: "found", [OTHER]: "not found", SPENT1: "quota_spent" },
  });
  expect(questions.map(({ path, body }) => [path.split("/").at(-1), numbersOf(body)])).toEqual([
    ["gettrackinfo", [NUMBER, OTHER, "SPENT1"]],
    ["register", [OTHER, "SPENT1"]],
  ]);
});

test("a number that was registered in the meantime has no news yet", async () => {
  const { track } = await open(({ path }) => ({
    body: reply([], [rejected(path.endsWith("/register") ? -18_019_901 : -18_019_902)]),
  }));
  expect(wordsOf(await track([OTHER]))).toEqual({ [OTHER]: "not found" });
});

test("no call has more than forty numbers", async () => {
  const { questions, track } = await open(({ body }) => ({
    body: reply(numbersOf(body).map((number) => parcel(moving, number))),
  }));
  const numbers = Array.from({ length: 85 }, (_, at) => `RR1234567${10 + at}CN`);
  expect(new Set(Object.values(wordsOf(await track(numbers))))).toEqual(new Set(["found"]));
  expect(questions.map(({ body }) => numbersOf(body).length)).toEqual([40, 40, 5]);
});

test("what cannot be a number is not asked about, and no numbers are no request", async () => {
  const { questions, track } = await open(() => ({ body: reply([parcel(moving)]) }));
  expect(wordsOf(await track(["1234", "A B", "x".repeat(51), "A/B-12"]))).toEqual({
    ...{
      "1234": "invalid_number",
      "A B": "invalid_number",
      ["x".repeat(51)]: "invalid_number",
      "A/B-12": "invalid_number",
    },
  });
  expect(await track([])).toEqual(new Map());
  expect(questions).toEqual([]);
});

test("a carrier that is known and that 17TRACK has one code for is named", async () => {
  const hints: unknown[] = [];
  const send = async ({ body = "" }: { body?: string }) => {
    hints.push(JSON.parse(body)[0].carrier);
    return { ok: true, value: { status: 200, headers: new Headers(), body: JSON.stringify(reply([])) } } as const;
  };
  const access = { accountId: "a", baseUrl: "http://x", clientId: "", clientSecret: "k" };
  for (const carrier of ["usps", "dhl"]) {
    const context = { send, signal: AbortSignal.timeout(1_000), carrierOf: () => carrier };
    await seventeentrack.track(access, [NUMBER], context);
  }
  expect(hints).toEqual([21_051, undefined]);
});

test.each([
  [200, failure(-18_010_002), "credentials_refused", "credentials_refused"],
  [200, failure(-18_019_907), "quota_spent", "quota_spent"],
  [200, failure(-18_010_012), "invalid_number", "rejected"],
  [200, reply([parcel(moving, null)]), "found", "unreadable"],
  [200, reply([]), "not found", "not found"],
  [401, failure(-18_010_001), "credentials_refused", "credentials_refused"],
  [404, "", "rejected", "rejected"],
  [500, reply([parcel(moving)]), "outage", "outage"],
  [302, "", "unreadable", "unreadable"],
  [200, '{"code":', "unreadable", "unreadable"],
  [200, "{}", "unreadable", "unreadable"],
])("status %i with %j is %s for one number and %s for each of two", async (status, body, forOne, forTwo) => {
  const { track } = await open(() => ({ status, body }));
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: forOne });
  const both = wordsOf(await track(["JD0000001", "JD0000002"]));
  expect(both).toEqual({ JD0000001: forTwo, JD0000002: forTwo });
});

test("how long to wait is passed on", async () => {
  const { track } = await open(() => ({ status: 429, headers: { "Retry-After": "1" }, body: "" }));
  expect((await track([NUMBER])).get(NUMBER)).toMatchObject({ error: { kind: "quota_spent", retryAfterMs: 1_000 } });
});

test("an answer that does not come in time is an outage for every number", async () => {
  const { track } = await open(() => null);
  const words = wordsOf(await track([NUMBER, OTHER], AbortSignal.timeout(50)));
  expect(words).toEqual({ [NUMBER]: "outage", [OTHER]: "outage" });
});
