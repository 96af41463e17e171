import { expect, test } from "vitest";
import { type Answer, openCarrier, wordsOf } from "#lib/carriers/carrier-testing.ts";
import { ups } from "./client.ts";
import { activity, NUMBER, OTHER, replyOf } from "./package-testing.ts";

const FOUND = { body: replyOf({ activity: [activity("I OT 021")] }) };
const EXPIRED = { status: 401, body: { response: { errors: [{ code: "250003", message: "Invalid" }] } } };

const open = (answer: Answer, tokenAnswer?: Answer) =>
  openCarrier(ups, answer, { base: "/api", tokenPath: "/security/v1/oauth/token", tokenAnswer });

test("the token is asked for beside /api with Basic and a form, tracking with bearer, transId and transactionSrc", async () => {
  const { track, tokens, questions } = await open(() => FOUND);
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: "found" });
  expect(tokens[0]).toMatchObject({
    method: "POST",
    path: "/security/v1/oauth/token",
    body: "grant_type=client_credentials",
  });
  expect(tokens[0]?.headers).toMatchObject({
    authorization: `Basic ${btoa('i d:s:e&c"r')}`,
    "content-type": "application/x-www-form-urlencoded",
  });
  expect(questions[0]).toMatchObject({ method: "GET", path: `/api/track/v1/details/${NUMBER}?locale=en_US` });
  expect(questions[0]?.headers).toMatchObject({ authorization: "Bearer token-1", transactionsrc: "porchlight" });
  expect(questions[0]?.headers.transid).toMatch(/^[0-9a-f]{32}$/);
});

test("one token serves many calls, those that come together too, and each call has its own transId", async () => {
  const { track, tokens, questions } = await open(() => FOUND);
  await Promise.all([track([NUMBER]), track([OTHER]), track([NUMBER])]);
  await track([NUMBER, OTHER, NUMBER]);
  expect(tokens).toHaveLength(1);
  expect(new Set(questions.map(({ headers }) => headers.transid)).size).toBe(5);
});

test("a refused token is fetched anew once", async () => {
  const { track, tokens, questions } = await open(({ headers }) =>
    headers.authorization === "Bearer token-1" ? EXPIRED : FOUND,
  );
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: "found" });
  expect([tokens.length, questions.length]).toEqual([2, 2]);
});

test("and only once: then the key is refused", async () => {
  const { track, tokens, questions } = await open(() => EXPIRED);
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: "credentials_refused" });
  expect([tokens.length, questions.length]).toEqual([2, 2]);
});

test("a refusal by the token endpoint is about the key, and is not remembered", async () => {
  const refusals = [
    { status: 401, body: { response: { errors: [{ code: "10401", message: "ClientId is Invalid" }] } } },
    { status: 400, body: { response: { errors: [{ code: "10499", message: "Something else" }] } } },
    { status: 403, body: "Blocked" },
    { body: "<html>Maintenance</html>" },
  ];
  const { track, tokens, questions } = await open(
    () => FOUND,
    () => refusals.shift() ?? { body: { access_token: "late", expires_in: "60" } },
  );
  const outcomes: unknown[] = [];
  for (let time = 0; time < 5; time += 1) outcomes.push(wordsOf(await track([NUMBER]))[NUMBER]);
  expect(outcomes).toEqual(["credentials_refused", "credentials_refused", "forbidden", "unreadable", "found"]);
  expect([tokens.length, questions.length]).toEqual([5, 1]);
});

test("every number that was asked for has an answer of its own, one call each", async () => {
  const { track, questions } = await open(({ path }) => (path.includes(OTHER) ? { status: 503, body: "" } : FOUND));
  const answers = await track([NUMBER, OTHER, "..", "12", "x".repeat(35), NUMBER.toLowerCase()]);
  expect([...answers].map(([number, answer]) => [number, answer.ok || answer.error.kind])).toEqual([
    [NUMBER, true],
    [OTHER, "outage"],
    ["..", "invalid_number"],
    ["12", "invalid_number"],
    ["x".repeat(35), "invalid_number"],
    [NUMBER.toLowerCase(), true],
  ]);
  expect(questions).toHaveLength(3);
  expect(await track([])).toEqual(new Map());
});

test("of the packages of a shipment, the one that was asked for answers", async () => {
  const packages = [OTHER, NUMBER].map((trackingNumber, at) => ({
    trackingNumber,
    activity: [activity(at ? "I OT 021" : "I DP 005")],
  }));
  const { track } = await open(() => ({ body: { trackResponse: { shipment: [{ package: packages }] } } }));
  expect((await track([NUMBER])).get(NUMBER)).toMatchObject({ value: { summary: { status: "out_for_delivery" } } });
});

test.each([
  ["a package without number", [{}], "found"],
  ["a package with a placeholder for its number", [{ trackingNumber: "string" }], "found"],
  [
    "another spelling of the number",
    [{ trackingNumber: `${NUMBER.slice(0, 9)} ${NUMBER.slice(9).toLowerCase()}` }],
    "found",
  ],
  ["another number", [{ trackingNumber: OTHER }], "unreadable"],
  ["packages without numbers", [{}, {}], "unreadable"],
  ["packages with other numbers", [{ trackingNumber: OTHER }, { trackingNumber: "1Z5R89390361234570" }], "unreadable"],
])("a reply with %s only", async (_, numbers, word) => {
  const packages = numbers.map((number) => ({ ...number, activity: [activity("I OT 021")] }));
  const { track } = await open(() => ({ body: { trackResponse: { shipment: [{ package: packages }] } } }));
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: word });
});

test("no data is no data, whatever number UPS writes beside it", async () => {
  const shipment = [{ inquiryNumber: "string", warnings: [{ code: "TW0001" }] }];
  const { track } = await open(() => ({ body: { trackResponse: { shipment } } }));
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: "not found" });
});

test("the only package answers under another number, where UPS says that it was asked for ours", async () => {
  const one = { trackingNumber: OTHER, activity: [activity("I OT 021")] };
  const reply = (...packages: unknown[]) => ({
    body: { trackResponse: { shipment: [{ inquiryNumber: NUMBER, package: packages }] } },
  });
  const { track } = await open(() => reply(one));
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: "found" });
  for (const trackingNumber of ["1Z5R89390361234570", "", undefined]) {
    const two = await open(() => reply({ ...one, trackingNumber }, { ...one, trackingNumber }));
    expect(wordsOf(await two.track([NUMBER]))).toEqual({ [NUMBER]: "unreadable" });
  }
});

test("a shipment whose reply holds not all packages is read on, page by page, until ours is there", async () => {
  const packageOf = (trackingNumber: string) => ({
    trackingNumber,
    packageCount: 120,
    activity: [activity("I OT 021")],
  });
  const reply = (...numbers: readonly string[]) => ({
    body: { trackResponse: { shipment: [{ inquiryNumber: NUMBER, package: numbers.map(packageOf) }] } },
  });
  const { track, questions } = await open(({ path }) => reply(path.includes("offset=50") ? NUMBER : OTHER));
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: "found" });
  expect(questions.map(({ path }) => path)).toEqual([
    `/api/track/v1/details/${NUMBER}?locale=en_US`,
    `/api/track/v1/shipment/details/${NUMBER}?locale=en_US&offset=0&count=50`,
    `/api/track/v1/shipment/details/${NUMBER}?locale=en_US&offset=50&count=50`,
  ]);
  const here = await open(() => reply(NUMBER));
  expect(wordsOf(await here.track([NUMBER]))).toEqual({ [NUMBER]: "found" });
  expect(here.questions).toHaveLength(1);
});

test("a package that is on no page costs a few calls and no more, and a refused page is its answer", async () => {
  const shipment = [OTHER, "1Z5R89390361234570"].map((trackingNumber) => ({
    package: [{ trackingNumber, packageCount: "9999", activity: [activity("I OT 021")] }],
  }));
  const { track, questions } = await open(() => ({ body: { trackResponse: { shipment } } }));
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: "unreadable" });
  expect(questions).toHaveLength(5);
  const busy = await open(({ path }) =>
    path.includes("offset") ? { status: 429, body: "" } : { body: { trackResponse: { shipment } } },
  );
  expect(wordsOf(await busy.track([NUMBER]))).toEqual({ [NUMBER]: "quota_spent" });
  expect(busy.questions).toHaveLength(2);
});

const error = (code: string) => ({ response: { errors: [{ code, message: "Some words" }] } });

test.each([
  [
    "200 with the warning for no data",
    200,
    { trackResponse: { shipment: [{ warnings: [{ code: "TW0001" }] }] } },
    "not found",
  ],
  ["404 of the tracking service", 404, error("TW9999"), "not found"],
  ["404 of the gateway", 404, error("10404"), "rejected"],
  ["404 of the gateway, by its number", 404, error("404"), "rejected"],
  ["a status as the only word, in a 200", 200, error("429"), "quota_spent"],
  ["another refusal of the key", 200, error("250004"), "credentials_refused"],
  ["404 page", 404, "<html>", "rejected"],
  ["malformed number", 400, error("TV1002"), "invalid_number"],
  ["blocked account", 403, error("987654"), "forbidden"],
  ["error page as 200", 200, "<html>Sorry</html>", "unreadable"],
  ["error page as 502", 502, "<html>Bad gateway</html>", "outage"],
  ["empty body", 200, "", "unreadable"],
  ["half a body", 200, JSON.stringify(FOUND.body).slice(0, 90), "unreadable"],
  ["redirect", 302, "", "unreadable"],
  ["transient error in a 500", 500, error("10004"), "outage"],
  ["an unknown error in a 200", 200, error("987654"), "rejected"],
])("%s", async (_, status, body, word) => {
  const { track } = await open(() => ({ status, body }));
  expect(wordsOf(await track([NUMBER]))).toEqual({ [NUMBER]: word });
});

test("how long to wait is handed on", async () => {
  const headers = { "Retry-After": "17" };
  for (const [status, kind] of [
    [429, "quota_spent"],
    [503, "outage"],
  ] as const) {
    const { track } = await open(() => ({ status, headers, body: error("987654") }));
    expect((await track([NUMBER])).get(NUMBER)).toMatchObject({ error: { kind, retryAfterMs: 17_000 } });
  }
});

test("a carrier that does not answer is left when the time is up, token endpoint included", async () => {
  const silent = await open(() => null);
  expect((await silent.track([NUMBER], AbortSignal.timeout(150))).get(NUMBER)).toMatchObject({
    error: { kind: "outage" },
  });
  const { track } = await open(() => FOUND);
  expect((await track([NUMBER], AbortSignal.abort())).get(NUMBER)).toMatchObject({ error: { kind: "outage" } });
});
