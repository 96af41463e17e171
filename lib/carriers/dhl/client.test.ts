import { expect, test } from "vitest";
import { type Answer, openCarrier } from "#lib/carriers/carrier-testing.ts";
import { dhl } from "./client.ts";
import { NUMBER, problem, shipment } from "./shipment-testing.ts";

const open = (answer: ReturnType<Answer>) => openCarrier(dhl, () => answer, { base: "/dhl" });

test("it asks for one number with the API key in the header", async () => {
  const { questions, track } = await open({ body: { shipments: [shipment()] } });
  const outcomes = await track([NUMBER]);
  expect(outcomes.get(NUMBER)).toMatchObject({ ok: true, value: { found: true, trackingNumber: NUMBER } });
  expect(questions.map(({ method, path, headers }) => [method, path, headers["dhl-api-key"]])).toEqual([
    ["GET", `/dhl/track/shipments?trackingNumber=${NUMBER}`, 's:e&c"r'],
  ]);
});

test("a number stays inside its parameter, whatever it holds", async () => {
  const { questions, track } = await open({ body: { shipments: [] } });
  await track(["A&service=x/../?#"]);
  const { pathname, searchParams } = new URL(questions[0]?.path ?? "", "http://dhl");
  expect([pathname, [...searchParams]]).toEqual(["/dhl/track/shipments", [["trackingNumber", "A&service=x/../?#"]]]);
});

test("every number that was asked for has an outcome", async () => {
  const { track } = await open({ body: { shipments: [] } });
  expect([...(await track(["A", "B"])).keys()]).toEqual(["A", "B"]);
  expect(await track([])).toEqual(new Map());
});

test("a number that is given twice is asked for once", async () => {
  const { questions, track } = await open({ body: { shipments: [shipment()] } });
  expect([...(await track([NUMBER, NUMBER])).keys()]).toEqual([NUMBER]);
  expect(questions).toHaveLength(1);
});

test("404 in DHL's own form is not found, under the number that was asked for", async () => {
  const { track } = await open({ status: 404, body: problem(404, { instance: "/shipment/other" }) });
  expect((await track([NUMBER])).get(NUMBER)).toEqual({ ok: true, value: { found: false, trackingNumber: NUMBER } });
});

test.each([
  [404, "<html></html>", "rejected"],
  [400, problem(400), "rejected"],
  [401, problem(401), "credentials_refused"],
  [403, problem(403), "forbidden"],
  [500, problem(404), "outage"],
  [502, "<html></html>", "outage"],
  [302, "", "unreadable"],
  [200, "<html></html>", "unreadable"],
  [200, '{"shipments":[{"id":', "unreadable"],
  [200, "", "unreadable"],
  [200, "{}", "unreadable"],
])("status %i with %j is %s, and is asked once", async (status, body, kind) => {
  const { questions, track } = await open({ status, body });
  expect((await track([NUMBER])).get(NUMBER)).toMatchObject({ ok: false, error: { kind } });
  expect(questions).toHaveLength(1);
});

test.each([
  [429, "quota_spent"],
  [503, "outage"],
])("how long to wait after a %i is passed on", async (status, kind) => {
  const { track } = await open({ status, headers: { "Retry-After": "30" }, body: problem(status) });
  expect((await track([NUMBER])).get(NUMBER)).toMatchObject({ ok: false, error: { kind, retryAfterMs: 30_000 } });
});

test("an answer that does not come in time is an outage", async () => {
  const { track } = await open(null);
  expect((await track([NUMBER], AbortSignal.timeout(50))).get(NUMBER)).toMatchObject({ error: { kind: "outage" } });
});
