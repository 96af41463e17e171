import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askToken, at, bearer, listAt, reportOf, send, track } from "./raw-client-testing.ts";
import { invalidNumber, scriptOfSteps, startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";

const NOW = Date.parse("2026-07-05T15:00:20Z");
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ nowMs: () => NOW });
});
afterAll(() => sandbox.close());

const numbers = (count: number) => Array.from({ length: count }, (_, seed) => validNumber("fedex", `batch ${seed}`));

describe("FedEx tokens", () => {
  it("come for a form with id and secret, and live an hour", async () => {
    const { status, body } = await askToken(sandbox, "fedex");
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "bearer", expires_in: 3_600, scope: "CXS" });
  });

  it("are refused to other clients, and without the grant type", async () => {
    const refused = await askToken(sandbox, "fedex", { id: "real", secret: "secret" });
    expect([refused.status, at(refused.body, "errors.0.code")]).toEqual([401, "NOT.AUTHORIZED.ERROR"]);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const bare = await send(sandbox, "/fedex/oauth/token", { method: "POST", headers, body: "client_id=sandbox-a" });
    expect([bare.status, at(bare.body, "errors.0.code")]).toEqual([400, "BAD.REQUEST.ERROR"]);
  });

  it("run out after an hour, and are wanted for every question", async () => {
    const clocked = await startSandbox({ nowMs: () => NOW });
    const headers = await bearer(clocked, "fedex");
    expect((await track(clocked, "fedex", numbers(1), headers)).status).toBe(200);
    await clocked.advance(60);
    const { status, body } = await track(clocked, "fedex", numbers(1), headers);
    expect([status, at(body, "errors.0.code")]).toEqual([401, "NOT.AUTHORIZED.ERROR"]);
    expect((await track(clocked, "fedex", numbers(1), {})).status).toBe(401);
    await clocked.close();
  });
});

describe("FedEx tracking", () => {
  it("answers 30 numbers in their order and refuses 31", async () => {
    const headers = await bearer(sandbox, "fedex");
    const { status, body } = await track(sandbox, "fedex", numbers(30), headers);
    expect(status).toBe(200);
    const answered = listAt(body, "output.completeTrackResults").map((result) => at(result, "trackingNumber"));
    expect(answered).toEqual(numbers(30));
    const over = await track(sandbox, "fedex", numbers(31), headers);
    expect([over.status, at(over.body, "errors.0.code")]).toEqual([400, "TRACKING.TRACKINGNUMBERS.LIMITEXCEEDED"]);
    expect((await track(sandbox, "fedex", [], headers)).status).toBe(400);
  });

  it("puts what is wrong with a number beside the good ones", async () => {
    const [good, unknown] = [validNumber("fedex", "good"), validNumber("fedex", "unknown")];
    await sandbox.play("fedex", good, scriptOfSteps([[0, "label"]]));
    await sandbox.play("fedex", unknown, scriptOfSteps([[60, "label"]]));
    const asked = [good, invalidNumber("fedex", 1), unknown, ""];
    const { status, body } = await track(sandbox, "fedex", asked, await bearer(sandbox, "fedex"));
    expect(status).toBe(200);
    const code = (index: number) => at(body, `output.completeTrackResults.${index}.trackResults.0.error.code`);
    expect(code(0)).toBeUndefined();
    expect(code(1)).toBe("TRACKING.TRACKINGNUMBER.NOTFOUND");
    expect(["TRACKING.TRACKINGNUMBER.NOTFOUND", "TRACKING.DATA.NOTFOUND"]).toContain(code(2));
    expect(code(3)).toBe("TRACKING.TRACKINGNUMBER.EMPTY");
  });

  it("repeats the customer's transaction id and refuses what is no request", async () => {
    const headers = { ...(await bearer(sandbox, "fedex")), "x-customer-transaction-id": "mine" };
    expect(at((await track(sandbox, "fedex", numbers(1), headers)).body, "customerTransactionId")).toBe("mine");
    const broken = await send(sandbox, "/fedex/track/v1/trackingnumbers", { method: "POST", headers, body: "{" });
    expect([broken.status, at(broken.body, "errors.0.code")]).toEqual([400, "BAD.REQUEST.ERROR"]);
  });

  it("writes scans with the offset of the place, the label with its own, some pick-ups as a bare midnight", async () => {
    let asDay = 0;
    for (let seed = 0; seed < 40; seed += 1) {
      const number = validNumber("fedex", `times ${seed}`);
      await sandbox.play(
        "fedex",
        number,
        scriptOfSteps([
          [-90, "label"],
          [-60, "picked_up"],
          [-30, "arrived"],
        ]),
      );
      const report = await reportOf(sandbox, "fedex", number);
      const [arrived, pickedUp, label] = listAt(report, "scanEvents").map((scan) => at(scan, "date"));
      expect(arrived).toBe("2026-07-05T08:30:20-06:00");
      expect(label).toBe("2026-07-05T08:30:20-05:00");
      if (pickedUp === "2026-07-05T00:00:00") asDay += 1;
      else expect(pickedUp).toBe("2026-07-05T08:00:20-06:00");
      expect(listAt(report, "dateAndTimes")).toContainEqual({ type: "SHIP", dateTime: "2026-07-05T00:00:00-06:00" });
    }
    expect(asDay).toBeGreaterThan(5);
    expect(asDay).toBeLessThan(35);
  });

  it("gives reason, action and delay with the latest status, and a coarse code on scans", async () => {
    const [away, snow, van] = [1, 2, 3].map((seed) => validNumber("fedex", `status ${seed}`));
    if (away === undefined || snow === undefined || van === undefined) throw new Error("three numbers");
    await sandbox.play("fedex", away, scriptOfSteps([[-5, "attempt_not_home"]]));
    await sandbox.play("fedex", snow, scriptOfSteps([[-5, "delay_weather"]]));
    await sandbox.play("fedex", van, scriptOfSteps([[-5, "out_for_delivery"]]));
    expect(at(await reportOf(sandbox, "fedex", away), "latestStatusDetail")).toMatchObject({
      code: "DE",
      derivedCode: "DE",
      ancillaryDetails: [{ reason: "007", reasonDescription: "Customer not available or business closed" }],
    });
    expect(at(await reportOf(sandbox, "fedex", snow), "latestStatusDetail.delayDetail")).toEqual({
      type: "WEATHER",
      subType: "SNOW",
      status: "DELAYED",
    });
    expect(at(await reportOf(sandbox, "fedex", van), "scanEvents.0")).toMatchObject({
      eventType: "OD",
      derivedStatusCode: "IT",
    });
  });

  it("names a day as ESTIMATED_DELIVERY with an empty window, and a window with offsets", async () => {
    const number = validNumber("fedex", "estimates");
    await sandbox.play("fedex", number, {
      ...scriptOfSteps([[-600, "label"]]),
      estimates: [
        { atMinutes: -600, fromMinutes: 1_440, toMinutes: 1_440, kind: "day" },
        { atMinutes: 60, fromMinutes: 1_440, toMinutes: 1_560, kind: "window" },
      ],
    });
    const before = await reportOf(sandbox, "fedex", number);
    expect(listAt(before, "dateAndTimes")).toContainEqual({
      type: "ESTIMATED_DELIVERY",
      dateTime: "2026-07-06T00:00:00-06:00",
    });
    expect(at(before, "estimatedDeliveryTimeWindow.window")).toEqual({});
    await sandbox.advance(60);
    expect(at(await reportOf(sandbox, "fedex", number), "estimatedDeliveryTimeWindow.window")).toEqual({
      begins: "2026-07-06T09:00:00-06:00",
      ends: "2026-07-06T11:15:00-06:00",
    });
  });

  it("tells a delivery with its time, signature and place", async () => {
    const number = validNumber("fedex", "delivered");
    const script = scriptOfSteps([
      [-70, "attempt_not_home"],
      [-45, "delivered"],
    ]);
    await sandbox.play("fedex", number, { ...script, signedBy: "J. Lindqvist", leftAt: "reception" });
    const report = await reportOf(sandbox, "fedex", number);
    expect(listAt(report, "dateAndTimes").map((entry) => at(entry, "type"))).toEqual(["ACTUAL_DELIVERY"]);
    expect(at(report, "latestStatusDetail.code")).toBe("DL");
    expect(at(report, "deliveryDetails")).toMatchObject({
      deliveryAttempts: "2",
      signedByName: "J. LINDQVIST",
      locationDescription: "Reception",
    });
  });

  it("leaves the scans out unless they are asked for", async () => {
    const trackingNumber = validNumber("fedex", "no scans");
    const body = JSON.stringify({ trackingInfo: [{ trackingNumberInfo: { trackingNumber } }] });
    const headers = { ...(await bearer(sandbox, "fedex")), "content-type": "application/json" };
    const reply = await send(sandbox, "/fedex/track/v1/trackingnumbers", { method: "POST", headers, body });
    expect(at(reply.body, "output.completeTrackResults.0.trackResults.0.scanEvents")).toEqual([]);
  });
});
