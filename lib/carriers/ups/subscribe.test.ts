import { expect, test } from "vitest";
import { type Answer, openAccess } from "#lib/carriers/carrier-testing.ts";
import { NUMBER, OTHER } from "./package-testing.ts";
import { subscription } from "./subscribe.ts";

const TARGET = { url: "https://shop.example/hook", secret: "set in the portal" };

async function subscribed(answer: Answer, numbers: readonly string[]) {
  const { access, context, questions } = await openAccess(answer, {
    base: "/api",
    tokenPath: "/security/v1/oauth/token",
  });
  const outcomes = await subscription.subscribe(access, numbers, TARGET, context());
  const words = [...outcomes].map(([number, outcome]) => [number, outcome.ok ? "ok" : outcome.error.kind]);
  return { words: Object.fromEntries(words), questions };
}

test("numbers are asked for together, and each is told whether UPS will send its news", async () => {
  const body = { validTrackingNumbers: [NUMBER], invalidTrackingNumbers: [OTHER] };
  const { words, questions } = await subscribed(() => ({ body }), [NUMBER.toLowerCase(), OTHER]);
  expect(words).toEqual({ [NUMBER.toLowerCase()]: "ok", [OTHER]: "invalid_number" });
  expect(questions).toMatchObject([{ method: "POST", path: "/api/track/v2/subscription/standard/package" }]);
  expect(questions[0]?.headers).toMatchObject({ transactionsrc: "porchlight", "content-type": "application/json" });
  expect(JSON.parse(questions[0]?.body ?? "")).toEqual({
    locale: "en_US",
    countryCode: "US",
    trackingNumberList: [NUMBER, OTHER],
  });
});

test("what UPS would refuse the whole call for is not sent", async () => {
  const { words, questions } = await subscribed(() => ({ body: {} }), ["990728071", "..", "9400100000000000000017"]);
  expect(new Set(Object.values(words))).toEqual(new Set(["invalid_number"]));
  expect(questions).toEqual([]);
});

const refusal = (code: string, more: object = {}) => ({ response: { errors: [{ code, message: "Words" }] }, ...more });

test.each([
  [200, { validTrackingNumbers: [NUMBER] }, "ok", "unreadable"],
  [200, {}, "unreadable", "unreadable"],
  [200, "<html></html>", "unreadable", "unreadable"],
  [400, refusal("VSS300", { invalidTrackingNumbers: [OTHER] }), "rejected", "invalid_number"],
  [400, refusal("VSS210"), "rejected", "rejected"],
  [401, refusal("UJ0001"), "credentials_refused", "credentials_refused"],
  [429, "", "quota_spent", "quota_spent"],
  [500, refusal("VSS100"), "outage", "outage"],
])("an answer of %s with %j", async (status, body, first, second) => {
  const { words } = await subscribed(() => ({ status, body }), [NUMBER, OTHER]);
  expect(words).toEqual({ [NUMBER]: first, [OTHER]: second });
});
