import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askToken, at, bearer, goodHeaders, listAt, REPORT_AT, reportOf, send, track } from "./raw-client-testing.ts";
import {
  BOULDER,
  invalidNumber,
  scriptOfSteps,
  startSandbox,
  type TestSandbox,
  validNumber,
} from "./sandbox-testing.ts";

const NOW = Date.parse("2026-03-05T15:00:20Z");
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ nowMs: () => NOW });
});
afterAll(() => sandbox.close());

describe("UPS tokens", () => {
  it("come for Basic credentials, with every value as text, and live four hours less a second", async () => {
    const { status, body } = await askToken(sandbox, "ups");
    expect(status).toBe(200);
    expect(Object.values(body as object).every((value) => typeof value === "string")).toBe(true);
    expect(body).toMatchObject({
      token_type: "Bearer",
      expires_in: "14399",
      status: "approved",
      client_id: "sandbox-test",
    });
  });

  it("are also given below /api, where the base URL of tracking ends", async () => {
    const authorization = `Basic ${Buffer.from("sandbox-a:b").toString("base64")}`;
    const init = {
      method: "POST",
      headers: { authorization },
      body: new URLSearchParams({ grant_type: "client_credentials" }),
    };
    expect((await send(sandbox, "/ups/api/security/v1/oauth/token", init)).status).toBe(200);
  });

  it.each([
    ["another client", { id: "real-client", secret: "secret" }],
    ["no secret", { id: "sandbox-test", secret: "" }],
  ])("are refused to %s", async (_, client) => {
    const { status, body } = await askToken(sandbox, "ups", client);
    expect(status).toBe(401);
    expect(at(body, "response.errors.0.code")).toBe("10401");
  });

  it("are wanted for every question: none and a wrong one are 250002", async () => {
    const number = validNumber("ups", "token");
    for (const headers of [{}, { authorization: "Bearer nonsense" }, { authorization: "Bearer a.b.c" }]) {
      const { status, body } = await track(sandbox, "ups", [number], headers);
      expect([status, at(body, "response.errors.0.code")]).toEqual([401, "250002"]);
    }
    const fromFedex = await bearer(sandbox, "fedex");
    expect((await track(sandbox, "ups", [number], fromFedex)).status).toBe(401);
  });
});

describe("UPS tracking", () => {
  it.each(["transId", "transactionSrc"])("wants the header %s", async (name) => {
    const headers = { ...(await bearer(sandbox, "ups")), [name]: "" };
    const { status, body } = await track(sandbox, "ups", [validNumber("ups", 1)], headers);
    expect([status, at(body, "response.errors.0.message")]).toEqual([400, `Missing ${name}`]);
  });

  it("says that a number cannot be", async () => {
    const { status, body } = await track(sandbox, "ups", [invalidNumber("ups", 1)], await bearer(sandbox, "ups"));
    expect([status, at(body, "response.errors.0.code")]).toEqual([400, "TV1002"]);
  });

  it("warns in a 200 of a number that it does not know yet", async () => {
    const number = validNumber("ups", "later");
    await sandbox.play("ups", number, scriptOfSteps([[60, "label"]]));
    const { status, body } = await track(sandbox, "ups", [number], await bearer(sandbox, "ups"));
    expect(status).toBe(200);
    expect(at(body, "trackResponse.shipment.0")).toEqual({
      inquiryNumber: number,
      warnings: [{ code: "TW0001", message: "Tracking Information Not Found" }],
    });
  });

  it("gives local dates and times, and UTC with the offset on about half of the numbers", async () => {
    let withGmt = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const number = validNumber("ups", `gmt ${seed}`);
      await sandbox.play("ups", number, scriptOfSteps([[-30, "picked_up"]]));
      const scan = at(await reportOf(sandbox, "ups", number), "activity.0");
      expect(scan).toMatchObject({ date: "20260305", time: "073020" });
      if (at(scan, "gmtDate") === undefined) continue;
      withGmt += 1;
      expect(scan).toMatchObject({ gmtDate: "20260305", gmtTime: "14:30:20", gmtOffset: "-07:00" });
    }
    expect(withGmt).toBeGreaterThan(18);
    expect(withGmt).toBeLessThan(42);
  });

  it("reschedules: SDD for the first day, RDD for another, EDW once there is a window", async () => {
    const number = validNumber("ups", "estimates");
    const day = 1_440;
    await sandbox.play("ups", number, {
      ...scriptOfSteps([
        [-600, "label"],
        [-30, "delay_weather"],
      ]),
      estimates: [
        { atMinutes: -600, fromMinutes: day, toMinutes: day, kind: "day" },
        { atMinutes: -30, fromMinutes: 2 * day, toMinutes: 2 * day, kind: "day" },
        { atMinutes: 60, fromMinutes: 2 * day + 5, toMinutes: 2 * day + 125, kind: "window" },
      ],
    });
    expect(await reportOf(sandbox, "ups", number)).toMatchObject({
      currentStatus: { type: "X", statusCode: "052" },
      deliveryDate: [
        { type: "SDD", date: "20260306" },
        { type: "RDD", date: "20260307" },
      ],
      deliveryTime: { type: "EOD" },
    });
    await sandbox.advance(60);
    expect(at(await reportOf(sandbox, "ups", number), "deliveryTime")).toEqual({
      type: "EDW",
      startTime: "080000",
      endTime: "101500",
    });
  });

  it("tells a delivery: the day, the clock there, who signed and where it was left", async () => {
    const number = validNumber("ups", "delivered");
    const script = scriptOfSteps([
      [-60, "out_for_delivery"],
      [-45, "delivered"],
    ]);
    await sandbox.play("ups", number, { ...script, signedBy: "R. Alvarez", leftAt: "front door" });
    const report = await reportOf(sandbox, "ups", number);
    expect(at(report, "currentStatus")).toMatchObject({ type: "D", code: "FS", statusCode: "011" });
    expect(at(report, "deliveryDate")).toEqual([{ type: "DEL", date: "20260305" }]);
    expect(at(report, "deliveryTime.type")).toBe("DEL");
    expect(at(report, "deliveryInformation")).toEqual({ receivedBy: "R. ALVAREZ", location: "Front Door" });
    expect(listAt(report, "activity").map((scan) => at(scan, "status.statusCode"))).toEqual(["011", "021"]);
  });

  it("counts attempts, says until when a parcel waits, and lets an exception follow a delivery", async () => {
    const [held, refund] = [validNumber("ups", "held"), validNumber("ups", "refund")];
    const attempts = scriptOfSteps([
      [-90, "attempt_not_home"],
      [-80, "attempt_not_home"],
      [-70, "attempt_not_home"],
      [-60, "held_for_pickup"],
    ]);
    await sandbox.play("ups", held, attempts);
    const report = await reportOf(sandbox, "ups", held);
    expect(listAt(report, "activity").map((scan) => at(scan, "status.statusCode"))).toEqual([
      "040",
      "024",
      "023",
      "022",
    ]);
    expect(at(report, "accessPointInformation.pickupByDate")).toBe("20260312");
    await sandbox.play(
      "ups",
      refund,
      scriptOfSteps([
        [-90, "delivered"],
        [-10, "note"],
      ]),
    );
    const later = await reportOf(sandbox, "ups", refund);
    expect(at(later, "activity.0.status")).toMatchObject({ type: "X", code: "K5" });
    expect(at(later, "currentStatus.statusCode")).toBe("011");
  });

  it("knows no other path and no other method", async () => {
    const headers = await goodHeaders(sandbox, "ups");
    expect((await send(sandbox, "/ups/track/v1/details/1Z", { headers })).status).toBe(404);
    expect((await send(sandbox, "/ups/api/track/v1/details/1Z", { method: "POST", headers })).status).toBe(404);
  });

  it("writes addresses as the API does", async () => {
    const number = validNumber("ups", "address");
    await sandbox.play(
      "ups",
      number,
      scriptOfSteps([[-30, "arrived"]], { ...BOULDER, region: null, country: "DE", city: "Köln" }),
    );
    const { body } = await track(sandbox, "ups", [number], await bearer(sandbox, "ups"));
    expect(at(body, `${REPORT_AT.ups}.activity.0.location.address`)).toEqual({
      city: "Köln",
      postalCode: "80302",
      countryCode: "DE",
      country: "Germany",
    });
  });
});
