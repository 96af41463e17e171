import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askToken, at, bearer, listAt, reportOf, send, track } from "./raw-client-testing.ts";
import { invalidNumber, scriptOfSteps, startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";

const NOW = Date.parse("2026-03-05T21:00:20Z");
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ nowMs: () => NOW });
});
afterAll(() => sandbox.close());

const numbers = (count: number) => Array.from({ length: count }, (_, seed) => validNumber("usps", `batch ${seed}`));
const playAll = (list: readonly string[]) =>
  Promise.all(list.map((number) => sandbox.play("usps", number, scriptOfSteps([[-10, "picked_up"]]))));

describe("USPS tokens", () => {
  it("come for JSON, and live eight hours less a second", async () => {
    const { status, body } = await askToken(sandbox, "usps");
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 28_799, issued_at: NOW, status: "approved" });
    expect(String(at(body, "scope")).split(" ")).toContain("tracking");
  });

  it("are refused to other clients", async () => {
    const { status, body } = await askToken(sandbox, "usps", { id: "real", secret: "secret" });
    expect([status, at(body, "error")]).toEqual([401, "invalid_client"]);
  });

  it("are wanted for every question", async () => {
    const { status, body } = await track(sandbox, "usps", numbers(1), { authorization: "Bearer nonsense" });
    expect(status).toBe(401);
    expect(body).toMatchObject({
      apiVersion: "/tracking/v3r2",
      error: { code: "401", errors: [{ title: "invalid_token" }] },
    });
  });
});

describe("USPS tracking", () => {
  it("answers 35 numbers with 200 and refuses 36", async () => {
    await playAll(numbers(36));
    const headers = await bearer(sandbox, "usps");
    const { status, body } = await track(sandbox, "usps", numbers(35), headers);
    expect(status).toBe(200);
    expect(listAt({ body }, "body").map((item) => at(item, "trackingNumber"))).toEqual(numbers(35));
    const over = await track(sandbox, "usps", numbers(36), headers);
    expect(over.status).toBe(400);
    expect(String(at(over.body, "error.message"))).toContain("at most 35 elements");
  });

  it("answers 207 when one of them failed, each in its own words", async () => {
    const [good, wrong] = [validNumber("usps", "good"), invalidNumber("usps", 1)];
    const unknown = Array.from({ length: 12 }, (_, seed) => validNumber("usps", `unknown ${seed}`));
    await playAll([good]);
    for (const number of unknown) await sandbox.play("usps", number, scriptOfSteps([[60, "label"]]));
    const { status, body } = await track(sandbox, "usps", [good, wrong, ...unknown], await bearer(sandbox, "usps"));
    expect(status).toBe(207);
    expect(at(body, "0.error")).toBeUndefined();
    expect(at(body, "1")).toMatchObject({ statusCode: "400", error: { errors: [{ code: "150002" }] } });
    const notFound = unknown.map((_, index) => at(body, `${index + 2}.statusCode`));
    expect(new Set(notFound)).toEqual(new Set(["404", "400"]));
  });

  it("refuses what is no list of numbers", async () => {
    const headers = { ...(await bearer(sandbox, "usps")), "content-type": "application/json" };
    for (const body of ["{}", "", '[{"trackingNumber":"1","extra":true}]', "[]"]) {
      const reply = await send(sandbox, "/usps/tracking/v3r2/tracking", { method: "POST", headers, body });
      expect(reply.status).toBe(400);
    }
  });

  it("gives the local time cut to the minute, and UTC to the second with the offset", async () => {
    const number = validNumber("usps", "times");
    await sandbox.play(
      "usps",
      number,
      scriptOfSteps([
        [-90, "picked_up"],
        [-30, "arrived"],
      ]),
    );
    const report = await reportOf(sandbox, "usps", number);
    expect(at(report, "trackingEvents.0")).toMatchObject({
      eventCode: "10",
      eventTimestamp: "2026-03-05T13:30:00",
      GMTTimestamp: "2026-03-05T20:30:20Z",
      GMTOffset: "-07:00",
      eventCity: "BOULDER",
      eventZIPCode: "80302",
    });
    expect(at(report, "statusCategory")).toBe("In Transit");
    expect(at(report, "mailPieceIntakeDate")).toBe("2026-03-05 12:30:20.000000");
    expect(at(report, "statusSummary")).toBe(
      "Your item: Arrived at USPS Regional Facility, as of 1:30 pm on March 5, 2026 in BOULDER, CO 80302.",
    );
  });

  it("leaves UTC out of the label on some numbers", async () => {
    const withGmt = new Set<boolean>();
    for (let seed = 0; seed < 20; seed += 1) {
      const number = validNumber("usps", `label ${seed}`);
      await sandbox.play("usps", number, scriptOfSteps([[-90, "label"]]));
      const report = await reportOf(sandbox, "usps", number);
      withGmt.add(at(report, "trackingEvents.0.GMTTimestamp") !== undefined);
    }
    expect(withGmt).toEqual(new Set([true, false]));
  });

  it("names a day with its end, and a window", async () => {
    const number = validNumber("usps", "estimates");
    await sandbox.play("usps", number, {
      ...scriptOfSteps([[-600, "label"]]),
      estimates: [
        { atMinutes: -600, fromMinutes: 1_440, toMinutes: 1_440, kind: "day" },
        { atMinutes: 60, fromMinutes: 1_440, toMinutes: 1_560, kind: "window" },
      ],
    });
    expect(at(await reportOf(sandbox, "usps", number), "deliveryDateExpectation")).toEqual({
      expectedDeliveryDate: "2026-03-06",
      predictedDeliveryDate: "2026-03-06",
      endOfDay: "21:00",
    });
    await sandbox.advance(60);
    expect(at(await reportOf(sandbox, "usps", number), "deliveryDateExpectation")).toMatchObject({
      predictedDeliveryWindowStartTime: "14:00",
      predictedDeliveryWindowEndTime: "16:15",
    });
  });

  it.each([
    [{ leftAt: "porch" }, "Delivered, Front Door/Porch", null],
    [{ leftAt: "bike shed" }, "Delivered, bike shed", null],
    [{ signedBy: "M. Okafor" }, "Delivered, Left with Individual", "M. OKAFOR"],
    [{}, "Delivered", null],
  ])("tells a delivery with %j in the text", async (how, text, recipientName) => {
    const number = validNumber("usps", `delivered ${text}`);
    await sandbox.play("usps", number, { ...scriptOfSteps([[-45, "delivered"]]), ...how });
    expect(await reportOf(sandbox, "usps", number)).toMatchObject({
      status: text,
      statusCategory: "Delivered",
      trackingEvents: [{ eventCode: "01", eventType: text, recipientName }],
    });
  });

  it("still has the older call: details with older names, sentences, and an error for one number", async () => {
    const number = validNumber("usps", "legacy");
    await sandbox.play("usps", number, {
      ...scriptOfSteps([[-45, "delivered"]]),
      signedBy: "M. Okafor",
    });
    const headers = await bearer(sandbox, "usps");
    const detail = await send(sandbox, `/usps/tracking/v3/tracking/${number}?expand=DETAIL`, { headers });
    expect(detail.body).toMatchObject({
      trackingNumber: number,
      trackingEvents: [{ eventZIP: "80302", name: "M. OKAFOR" }],
    });
    const summary = await send(sandbox, `/usps/tracking/v3/tracking/${number}`, { headers });
    expect(listAt(summary.body, "eventSummaries")).toHaveLength(1);
    const wrong = await send(sandbox, `/usps/tracking/v3/tracking/${invalidNumber("usps", 1)}?expand=DETAIL`, {
      headers,
    });
    expect([wrong.status, at(wrong.body, "apiVersion")]).toEqual([400, "/tracking/v3"]);
  });
});
