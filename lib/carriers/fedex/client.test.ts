import { expect, test } from "vitest";
import { type Answer, openCarrier, wordsOf } from "#lib/carriers/carrier-testing.ts";
import { fedex } from "./client.ts";
import { errorAt, latest, NUMBER, OTHER, replyOf, scan } from "./result-testing.ts";

const OUT = { ...latest("OD IT"), scanEvents: [scan("OD IT")] };
const FOUND = { body: replyOf({ [NUMBER]: [OUT] }) };
const EXPIRED = { status: 401, body: errors("NOT.AUTHORIZED.ERROR", "Access token expired.") };

function errors(code: string, message = "Some words") {
  return { transactionId: "1", errors: [{ code, message }] };
}

const open = (answer: Answer, tokenAnswer?: Answer) =>
  openCarrier(fedex, answer, { tokenPath: "/oauth/token", tokenAnswer });

/** The numbers of a question. */
function numbersOf(body: string): readonly string[] {
  const { trackingInfo } = JSON.parse(body) as { trackingInfo: { trackingNumberInfo: { trackingNumber: string } }[] };
  return trackingInfo.map(({ trackingNumberInfo }) => trackingNumberInfo.trackingNumber);
}

test("the token is asked for with a form, tracking with bearer, locale and a transaction id", async () => {
  const { track, tokens, questions } = await open(() => FOUND);
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: "found" });
  expect(tokens[0]?.body).toBe("grant_type=client_credentials&client_id=i+d&client_secret=s%3Ae%26c%22r");
  expect(tokens[0]).toMatchObject({
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(questions[0]).toMatchObject({ method: "POST", path: "/track/v1/trackingnumbers" });
  expect(questions[0]?.headers).toMatchObject({
    authorization: "Bearer token-1",
    "content-type": "application/json",
    "x-locale": "en_US",
    "x-customer-transaction-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(JSON.parse(questions[0]?.body ?? "")).toEqual({
    includeDetailedScans: true,
    trackingInfo: [{ trackingNumberInfo: { trackingNumber: NUMBER } }],
  });
});

test("one token serves many calls, those that come together too", async () => {
  const { track, tokens, questions } = await open(() => FOUND);
  await Promise.all([track([NUMBER]), track([NUMBER]), track([NUMBER])]);
  await track([NUMBER]);
  expect([tokens.length, questions.length]).toEqual([1, 4]);
});

test.each([
  ["expired (401)", EXPIRED],
  ["unreadable to FedEx (400)", { status: 400, body: errors("BAD.REQUEST.ERROR", "Invalid JWT.") }],
])("a token that is %s is fetched anew once, and only once", async (_, refusal) => {
  const mended = await open(({ headers }) => (headers.authorization === "Bearer token-1" ? refusal : FOUND));
  expect(wordsOf(await mended.track([NUMBER]))).toEqual({ [NUMBER]: "found" });
  const refused = await open(() => refusal);
  expect(wordsOf(await refused.track([NUMBER]))).toEqual({ [NUMBER]: "credentials_refused" });
  for (const { tokens, questions } of [mended, refused]) expect([tokens.length, questions.length]).toEqual([2, 2]);
});

test("a bad request is no reason for another token", async () => {
  const { track, tokens, questions } = await open(() => ({ status: 400, body: errors("BAD.REQUEST.ERROR") }));
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: "rejected" });
  expect([tokens.length, questions.length]).toEqual([1, 1]);
});

const EIGHT = Array.from({ length: 8 }, (_, at) => `87001234567${at}`);

test("where one number has the whole batch refused, the others have their answers in the same call", async () => {
  const bad = "870012345672";
  const { track, questions, tokens } = await open(({ body }) =>
    body.includes(bad)
      ? { status: 400, body: errors("TRACKING.TRACKINGNUMBER.EMPTY") }
      : { body: replyOf(Object.fromEntries(numbersOf(body).map((number) => [number, [OUT]]))) },
  );
  const words = wordsOf(await track(EIGHT));
  expect(words).toEqual(
    Object.fromEntries(EIGHT.map((number) => [number, number === bad ? "invalid_number" : "found"])),
  );
  expect(questions.length).toBeLessThanOrEqual(9);
  expect(tokens).toHaveLength(1);
});

test("a batch that is refused in every part costs eight requests more, and lays the refusal at no number", async () => {
  const numbers = Array.from({ length: 30 }, (_, at) => `8700123456${10 + at}`);
  const { track, questions } = await open(() => ({ status: 400, body: errors("TRACKING.TRACKINGNUMBER.EMPTY") }));
  expect(new Set(Object.values(wordsOf(await track(numbers))))).toEqual(new Set(["rejected"]));
  expect(questions).toHaveLength(9);
});

test.each([
  [400, "NOT.AUTHORIZED.ERROR", "credentials_refused"],
  [403, "FORBIDDEN.ERROR", "forbidden"],
  [429, "QUOTA", "quota_spent"],
  [503, "SERVICE.UNAVAILABLE.ERROR", "outage"],
])("a batch that is answered with %i and %s is not asked again in parts", async (status, code, word) => {
  const { track, questions } = await open(() => ({ status, body: errors(code) }));
  expect(new Set(Object.values(wordsOf(await track(EIGHT))))).toEqual(new Set([word]));
  expect(questions).toHaveLength(1);
});

test("a refusal by the token endpoint is about the key", async () => {
  for (const [status, code] of [
    [401, "NOT.AUTHORIZED.ERROR"],
    [400, "BAD.REQUEST.ERROR"],
  ] as const) {
    const { track, questions } = await open(
      () => FOUND,
      () => ({ status, body: errors(code) }),
    );
    expect(wordsOf(await track([NUMBER, OTHER]))).toEqual({
      [NUMBER]: "credentials_refused",
      [OTHER]: "credentials_refused",
    });
    expect(questions).toHaveLength(0);
  }
});

test("a batch mixes good and bad numbers, each with its own outcome, whatever their order and spelling", async () => {
  const { track, questions } = await open(() => ({
    body: replyOf({ C3: [errorAt("TRACKING.TRACKINGNUMBER.NOTFOUND")], B2: [errorAt("X.Y")], [NUMBER]: [OUT] }),
  }));
  const answers = await track(["8700 1234 5670", "b2", "c3", "d4", "", "a/b", "c3"]);
  expect(wordsOf(answers)).toEqual({
    "8700 1234 5670": "found",
    b2: "rejected",
    c3: "not found",
    d4: "unreadable",
    "": "invalid_number",
    "a/b": "invalid_number",
  });
  expect(questions.map(({ body }) => numbersOf(body))).toEqual([[NUMBER, "B2", "C3", "D4"]]);
  expect(await track([])).toEqual(new Map());
});

test("more than 30 numbers are asked in calls of 30", async () => {
  const { track, questions } = await open(({ body }) => ({
    body: replyOf(Object.fromEntries(numbersOf(body).map((number) => [number, [OUT]]))),
  }));
  const numbers = Array.from({ length: 61 }, (_, at) => `8700${at}`);
  const answers = await track(numbers);
  expect(new Set(Object.values(wordsOf(answers)))).toEqual(new Set(["found"]));
  expect([...answers.keys()]).toEqual(numbers);
  expect(questions.map(({ body }) => numbersOf(body).length)).toEqual([30, 30, 1]);
});

test("the report of an entry without number is nobody's, unless only one was asked for", async () => {
  const { track } = await open(() => ({ body: { output: { completeTrackResults: [{ trackResults: [OUT] }] } } }));
  expect(wordsOf(await track([NUMBER, OTHER]))).toEqual({ [NUMBER]: "unreadable", [OTHER]: "unreadable" });
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: "found" });
});

test.each([
  ["forbidden", 403, errors("FORBIDDEN.ERROR"), "forbidden"],
  ["a wrong path", 404, errors("NOT.FOUND.ERROR"), "rejected"],
  ["down", 503, errors("SERVICE.UNAVAILABLE.ERROR"), "outage"],
  ["error page as 200", 200, "<html>Sorry</html>", "unreadable"],
  ["error page as 502", 502, "<html>Bad gateway</html>", "outage"],
  ["empty body", 200, "", "unreadable"],
  ["half a body", 200, JSON.stringify(FOUND.body).slice(0, 120), "unreadable"],
  ["redirect", 302, "", "unreadable"],
])("%s: all numbers of the call have that outcome", async (_, status, body, word) => {
  const { track } = await open(() => ({ status, body }));
  expect(wordsOf(await track([NUMBER, OTHER]))).toEqual({ [NUMBER]: word, [OTHER]: word });
});

test("how long to wait is handed on; a daily quota comes back at midnight GMT", async () => {
  const daily = errors("QUOTA", "Daily transaction quota exceeded. Retry after 12:00AM GMT");
  const wait = async (answer: ReturnType<Answer>) => {
    const { track } = await open(() => answer);
    const outcome = (await track([NUMBER])).get(NUMBER);
    return outcome?.ok === false && outcome.error.kind === "quota_spent" ? outcome.error.retryAfterMs : undefined;
  };
  expect(await wait({ status: 429, headers: { "Retry-After": "17" }, body: daily })).toBe(17_000);
  expect(await wait({ status: 429, body: errors("QUOTA", "Too many requests in a short duration") })).toBeNull();
  const [before, ms, after] = [Date.now(), await wait({ status: 429, body: daily }), Date.now()];
  const midnight = (Math.floor(before / 86_400_000) + 1) * 86_400_000;
  expect(ms).toBeLessThanOrEqual(midnight - before);
  expect(ms).toBeGreaterThanOrEqual(midnight - after);
});

test("a carrier that does not answer is left when the time is up", async () => {
  const { track } = await open(() => null);
  expect(wordsOf(await track([NUMBER, OTHER], AbortSignal.timeout(150)))).toEqual({
    [NUMBER]: "outage",
    [OTHER]: "outage",
  });
});
