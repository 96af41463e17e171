import { expect, test } from "vitest";
import { type Answer, openCarrier, wordsOf } from "#lib/carriers/carrier-testing.ts";
import { usps } from "./client.ts";
import { failure, NUMBER, parcel } from "./parcel-testing.ts";

const [A, B, C] = [NUMBER, "9400100000000000000024", "9400100000000000000031"];

const open = (answer: Answer, tokenAnswer?: Answer) =>
  openCarrier(usps, answer, { tokenPath: "/oauth2/v3/token", tokenAnswer });

test("it asks for a token in JSON and sends the numbers with it", async () => {
  const { tokens, questions, track } = await open(() => ({ body: [parcel()] }));
  expect(wordsOf(await track([A]))).toEqual({ [A]: "found" });
  expect(tokens[0]?.headers["content-type"]).toBe("application/json");
  expect(JSON.parse(tokens[0]?.body ?? "")).toEqual({
    client_id: "i d",
    client_secret: 's:e&c"r',
    grant_type: "client_credentials",
  });
  expect(tokens[0]?.method).toBe("POST");
  expect(questions[0]).toMatchObject({ method: "POST", path: "/tracking/v3r2/tracking" });
  expect(questions[0]?.headers.authorization).toBe("Bearer token-1");
  expect(JSON.parse(questions[0]?.body ?? "")).toEqual([{ trackingNumber: A }]);
});

test("one token serves calls that come together and later", async () => {
  const { tokens, questions, track } = await open(() => ({ body: [parcel()] }));
  await Promise.all([track([A]), track([A]), track([A])]);
  await track([A]);
  expect([tokens.length, questions.length]).toEqual([1, 4]);
});

test("a token that USPS has forgotten is renewed once, and the question asked again", async () => {
  const { tokens, questions, track } = await open(({ headers }) =>
    headers.authorization === "Bearer token-2" ? { body: [parcel()] } : { status: 401, body: failure("401") },
  );
  expect(wordsOf(await track([A]))).toEqual({ [A]: "found" });
  expect([tokens.length, questions.length]).toEqual([2, 2]);
});

test("a key that is refused with a new token too is not tried a third time", async () => {
  const { tokens, questions, track } = await open(() => ({ status: 401, body: failure("401") }));
  expect(wordsOf(await track([A, B]))).toEqual({ [A]: "credentials_refused", [B]: "credentials_refused" });
  expect([tokens.length, questions.length]).toEqual([2, 2]);
});

test.each([
  [{ status: 401, body: { error: "invalid_client", error_description: "x" } }, "credentials_refused"],
  [{ status: 400, body: { error: "invalid_client", error_description: "x" } }, "credentials_refused"],
  [{ status: 404, body: failure("404") }, "rejected"],
  [{ status: 429, body: "" }, "quota_spent"],
  [{ status: 503, body: "" }, "outage"],
  [{ status: 200, body: "<html></html>" }, "unreadable"],
  [{ status: 200, body: { token_type: "Bearer" } }, "unreadable"],
])("a token endpoint that answers %j ends in %s, and no question is sent", async (answer, kind) => {
  const { questions, track } = await open(
    () => ({ body: [parcel()] }),
    () => answer,
  );
  expect(wordsOf(await track([A]))).toEqual({ [A]: kind });
  expect(questions).toEqual([]);
});

test("a mixed reply gives every number its own outcome, in any order", async () => {
  const body = [
    failure("404", "", { trackingNumber: C, statusCode: "404" }),
    parcel(),
    failure("400", "150011", { trackingNumber: B, statusCode: "400" }),
  ];
  const { track } = await open(() => ({ status: 207, body }));
  expect(wordsOf(await track([A, B, C]))).toEqual({ [A]: "found", [B]: "invalid_number", [C]: "not found" });
});

test("a failed item without a number goes by its place, where the counts agree", async () => {
  const body = [parcel(), failure("404", "", { statusCode: "404" })];
  const { track } = await open(() => ({ status: 207, body }));
  expect(wordsOf(await track([A, B]))).toEqual({ [A]: "found", [B]: "not found" });
  expect(wordsOf(await track([A, B, C]))).toEqual({ [A]: "found", [B]: "unreadable", [C]: "unreadable" });
});

test("a history without a number goes to nobody among many", async () => {
  const nameless = parcel({ trackingNumber: null });
  const { track } = await open(({ body }) => ({ body: body.includes(B) ? [nameless, parcel()] : [nameless] }));
  expect(wordsOf(await track([B, A]))).toEqual({ [B]: "unreadable", [A]: "found" });
  expect(wordsOf(await track([A]))).toEqual({ [A]: "found" });
});

test.each([
  [404, failure("404"), "not found", "not found"],
  [400, failure("400", "150002"), "not found", "not found"],
  [400, failure("400", "150010"), "forbidden", "forbidden"],
  [400, failure("400", "150011"), "invalid_number", "invalid_number"],
  [404, failure("404", "150011"), "invalid_number", "rejected"],
  [400, failure("400"), "rejected", "rejected"],
  [400, "<html></html>", "rejected", "rejected"],
  [404, "", "rejected", "rejected"],
  [403, failure("403"), "forbidden", "forbidden"],
  [503, failure("404"), "outage", "outage"],
  [502, "<html></html>", "outage", "outage"],
  [200, "<html></html>", "unreadable", "unreadable"],
  [200, '[{"trackingNumber":', "unreadable", "unreadable"],
  [200, "", "unreadable", "unreadable"],
  [302, "", "unreadable", "unreadable"],
])("status %i with %j is %s for one number and %s for each of two", async (status, body, forOne, forTwo) => {
  const { track } = await open(() => ({ status, body }));
  expect(wordsOf(await track([A]))).toEqual({ [A]: forOne });
  expect(wordsOf(await track([A, B]))).toEqual({ [A]: forTwo, [B]: forTwo });
});

/** The numbers of a question. */
function numbersOf(body: string): readonly string[] {
  return (JSON.parse(body) as { trackingNumber: string }[]).map(({ trackingNumber }) => trackingNumber);
}

test("what cannot be a number of USPS is not asked about, and costs the others nothing", async () => {
  const { questions, track } = await open(() => ({ body: [parcel()] }));
  const wrong = ["", "hello", NUMBER.slice(0, 19), "9".repeat(35), "1Z5R89390357567127", `${NUMBER}A`, "AA12345678US"];
  expect(wordsOf(await track([A, ...wrong]))).toEqual({
    [A]: "found",
    ...Object.fromEntries(wrong.map((number) => [number, "invalid_number"])),
  });
  expect(questions.map(({ body }) => numbersOf(body))).toEqual([[A]]);
  expect(wordsOf(await track(["hello"]))).toEqual({ hello: "invalid_number" });
  expect(questions).toHaveLength(1);
});

test.each([
  NUMBER.slice(0, 20),
  `420837021234${NUMBER}`,
  "EA123456785US",
  "rr 123 456 785 de",
  "9400-1000 0000 0000 0000 17",
])("%s may be a number of USPS, and is sent without what people add for reading", async (number) => {
  const sent = number.replaceAll(/[- ]/g, "").toUpperCase();
  const { questions, track } = await open(() => ({ body: [parcel({ trackingNumber: sent })] }));
  expect((await track([number])).get(number)).toMatchObject({
    ok: true,
    value: { found: true, trackingNumber: number },
  });
  expect(questions.map(({ body }) => numbersOf(body))).toEqual([[sent]]);
});

const EIGHT = Array.from({ length: 8 }, (_, at) => `940010000000000000010${at}`);

test("where one number has the whole batch refused, the others have their answers in the same call", async () => {
  const bad = "9400100000000000000105";
  const { questions, track } = await open(({ body }) =>
    body.includes(bad)
      ? { status: 400, body: failure("400", numbersOf(body).length === 1 ? "150011" : "") }
      : { body: numbersOf(body).map((trackingNumber) => parcel({ trackingNumber })) },
  );
  const words = wordsOf(await track(EIGHT));
  expect(words).toEqual(
    Object.fromEntries(EIGHT.map((number) => [number, number === bad ? "invalid_number" : "found"])),
  );
  expect(questions.length).toBeLessThanOrEqual(9);
});

test("a refusal that tells of the bad number only costs the others nothing, either", async () => {
  const item = failure("400", "150011", { trackingNumber: B, statusCode: "400" });
  const { track } = await open(({ body }) =>
    body.includes(B)
      ? { status: 400, body: item }
      : { body: numbersOf(body).map((trackingNumber) => parcel({ trackingNumber })) },
  );
  expect(wordsOf(await track([A, B, C]))).toEqual({ [A]: "found", [B]: "invalid_number", [C]: "found" });
});

test("a batch that is refused in every part costs eight requests more and no more", async () => {
  const numbers = Array.from({ length: 35 }, (_, at) => `94001000000000000002${10 + at}`);
  const { questions, track } = await open(() => ({ status: 400, body: failure("400", "150011") }));
  expect(new Set(Object.values(wordsOf(await track(numbers))))).toEqual(new Set(["rejected"]));
  expect(questions).toHaveLength(9);
});

test.each([
  [400, { error: "invalid_client" }, "credentials_refused"],
  [403, failure("403"), "forbidden"],
  [404, failure("404"), "not found"],
  [429, failure("429"), "quota_spent"],
  [503, failure("400"), "outage"],
])("a batch that is answered with %i and %j is not asked again in parts", async (status, body, word) => {
  const { questions, track } = await open(() => ({ status, body }));
  expect(wordsOf(await track([A, B]))).toEqual({ [A]: word, [B]: word });
  expect(questions).toHaveLength(1);
});

test.each([
  [429, "quota_spent"],
  [503, "outage"],
])("how long to wait after a %i is passed on", async (status, kind) => {
  const { track } = await open(() => ({ status, headers: { "Retry-After": "120" }, body: failure(String(status)) }));
  expect((await track([A])).get(A)).toMatchObject({ ok: false, error: { kind, retryAfterMs: 120_000 } });
});

test("an answer that does not come in time is an outage for every number", async () => {
  const { track } = await open(() => null);
  expect(wordsOf(await track([A, B], AbortSignal.timeout(50)))).toEqual({ [A]: "outage", [B]: "outage" });
});

test("a number is reported as it was asked for, and asked for once", async () => {
  const { questions, track } = await open(() => ({ body: [parcel({ trackingNumber: "aa 123 456 789 us" })] }));
  const outcome = (await track(["AA123456789US", "AA123456789US"])).get("AA123456789US");
  expect(outcome).toMatchObject({ ok: true, value: { found: true, trackingNumber: "AA123456789US" } });
  expect(JSON.parse(questions[0]?.body ?? "")).toHaveLength(1);
});

test("no numbers, no request", async () => {
  const { tokens, questions, track } = await open(() => ({ body: [] }));
  expect(await track([])).toEqual(new Map());
  expect([tokens, questions]).toEqual([[], []]);
});
