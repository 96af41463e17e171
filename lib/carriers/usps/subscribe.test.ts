import { expect, test } from "vitest";
import { type Answer, openAccess } from "#lib/carriers/carrier-testing.ts";
import { failure, NUMBER, OTHER } from "./parcel-testing.ts";
import { subscription } from "./subscribe.ts";

const TARGET = { url: "https://shop.example/hook", secret: "0123456789abcdef0123456789abcdef" };

async function subscribed(answer: Answer, numbers: readonly string[], more: object = {}) {
  const { access, context, questions } = await openAccess(answer, { tokenPath: "/oauth2/v3/token" });
  const outcomes = await subscription.subscribe(access, numbers, { ...TARGET, ...more }, context());
  const words = [...outcomes].map(([number, outcome]) => [number, outcome.ok ? "ok" : outcome.error.kind]);
  return { words: Object.fromEntries(words), questions };
}

test("each number is subscribed to by itself, for our address, with our secret and whom to warn", async () => {
  const { words, questions } = await subscribed(() => ({ status: 201, body: {} }), [NUMBER, OTHER], {
    email: "ops@shop.example",
  });
  expect(words).toEqual({ [NUMBER]: "ok", [OTHER]: "ok" });
  expect(questions.map(({ path, headers }) => [path, headers.authorization])).toEqual(
    Array(2).fill(["/subscriptions-tracking/v3r2/subscriptions", "Bearer token-1"]),
  );
  expect(JSON.parse(questions[0]?.body ?? "")).toEqual({
    listenerURL: TARGET.url,
    secret: TARGET.secret,
    adminNotification: [{ email: "ops@shop.example" }],
    filterProperties: { trackingNumber: NUMBER, trackingEventTypes: ["ALL_UPDATES"] },
  });
});

test("a secret of another length than USPS takes, and what is no number, are not sent", async () => {
  const short = await subscribed(() => ({ body: {} }), [NUMBER], { secret: "short" });
  const none = await subscribed(() => ({ body: {} }), ["1Z5R89390357567127"]);
  expect([short.words, none.words]).toEqual([{ [NUMBER]: "rejected" }, { "1Z5R89390357567127": "invalid_number" }]);
  expect([...short.questions, ...none.questions]).toEqual([]);
});

const DUPLICATE = failure("400", "", {
  detail: "Duplicate of subscriptionId: 01234567-89ab-cdef-0123-456789abcdef",
});

test.each([
  [400, DUPLICATE, "ok"],
  [400, failure("400", "150010"), "forbidden"],
  [400, failure("400"), "rejected"],
  [401, failure("401"), "credentials_refused"],
  [403, failure("403"), "forbidden"],
  [429, "", "quota_spent"],
  [503, "<html></html>", "outage"],
])("an answer of %s with %j is %s", async (status, body, word) => {
  expect((await subscribed(() => ({ status, body }), [NUMBER])).words).toEqual({ [NUMBER]: word });
});
