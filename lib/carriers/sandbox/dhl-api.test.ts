import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, listAt, reportOf, send, track } from "./raw-client-testing.ts";
import { invalidNumber, scriptOfSteps, startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";
import type { ScriptPlace } from "./script.ts";

const NOW = Date.parse("2026-07-05T15:00:20Z");
const PORTO: ScriptPlace = {
  city: "Porto",
  region: null,
  postalCode: "4050-159",
  country: "PT",
  zone: "Europe/Lisbon",
};
const KEY = { "dhl-api-key": "sandbox-key" };
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ nowMs: () => NOW });
});
afterAll(() => sandbox.close());

describe("DHL tracking", () => {
  it("wants a key in its own header", async () => {
    const number = validNumber("dhl", 1);
    for (const headers of [{}, { "dhl-api-key": "real-key" }, { authorization: "Bearer sandbox-key" }]) {
      const { status, body } = await track(sandbox, "dhl", [number], headers as Record<string, string>);
      expect([status, at(body, "title")]).toEqual([401, "Unauthorized"]);
    }
    expect((await track(sandbox, "dhl", [number], KEY)).status).toBe(200);
  });

  it("has one answer for numbers that cannot be and for those it does not know yet", async () => {
    const unknown = validNumber("dhl", "unknown");
    await sandbox.play("dhl", unknown, scriptOfSteps([[60, "label"]]));
    for (const number of [invalidNumber("dhl", 1), unknown, "nonsense"]) {
      const { status, headers, body } = await track(sandbox, "dhl", [number], KEY);
      expect(status).toBe(404);
      expect(headers.get("content-type")).toContain("json");
      expect(body).toMatchObject({ title: "No result found", status: 404, instance: `/shipment/${number}` });
    }
    expect((await send(sandbox, "/dhl/track/shipments", { headers: KEY })).status).toBe(400);
  });

  it("gives the clock of the place without any offset, coarse status codes, and the network's own", async () => {
    const number = validNumber("dhl", "times");
    await sandbox.play(
      "dhl",
      number,
      scriptOfSteps(
        [
          [-90, "customs_in"],
          [-30, "out_for_delivery"],
        ],
        PORTO,
      ),
    );
    expect(await reportOf(sandbox, "dhl", number)).toMatchObject({
      id: number,
      service: "express",
      status: { timestamp: "2026-07-05T15:30:20", statusCode: "transit", status: "WC" },
      events: [
        { timestamp: "2026-07-05T15:30:20", statusCode: "transit", status: "WC" },
        { timestamp: "2026-07-05T14:30:20", statusCode: "transit", status: "IC" },
      ],
    });
  });

  it("plays parcels of the German post with their codes, and only for the service that is asked for", async () => {
    const number = "00340434161094015902";
    await sandbox.play("dhl", number, scriptOfSteps([[-30, "out_for_delivery"]], PORTO));
    const { body } = await track(sandbox, "dhl", [number], KEY);
    expect(at(body, "shipments.0")).toMatchObject({ service: "parcel-de", status: { status: "PO" } });
    expect(
      (await send(sandbox, `/dhl/track/shipments?trackingNumber=${number}&service=express`, { headers: KEY })).status,
    ).toBe(404);
  });

  it("names a day at midnight, and a frame", async () => {
    const number = validNumber("dhl", "estimates");
    await sandbox.play("dhl", number, {
      ...scriptOfSteps([[-600, "label"]], PORTO),
      estimates: [
        { atMinutes: -600, fromMinutes: 1_440, toMinutes: 1_440, kind: "day" },
        { atMinutes: 60, fromMinutes: 1_440, toMinutes: 1_560, kind: "window" },
      ],
    });
    const day = await reportOf(sandbox, "dhl", number);
    expect(at(day, "estimatedTimeOfDelivery")).toBe("2026-07-06T00:00:00");
    expect(at(day, "estimatedDeliveryTimeFrame")).toBeUndefined();
    await sandbox.advance(60);
    expect(at(await reportOf(sandbox, "dhl", number), "estimatedDeliveryTimeFrame")).toEqual({
      estimatedFrom: "2026-07-06T16:00:00",
      estimatedThrough: "2026-07-06T18:15:00",
    });
  });

  it("proves a delivery", async () => {
    const number = validNumber("dhl", "delivered");
    await sandbox.play("dhl", number, {
      ...scriptOfSteps([[-45, "delivered"]], PORTO),
      signedBy: "T. Brandt",
      leftAt: "neighbor",
    });
    const report = await reportOf(sandbox, "dhl", number);
    expect(at(report, "details.proofOfDelivery.signed")).toMatchObject({ name: "T. Brandt", familyName: "Brandt" });
    expect(listAt(report, "events").map((event) => at(event, "remark"))).toEqual(["Left at: neighbor"]);
    expect(at(report, "status.statusCode")).toBe("delivered");
  });
});
