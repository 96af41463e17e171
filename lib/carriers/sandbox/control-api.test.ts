import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at, goodHeaders, listAt, reportOf, send, track } from "./raw-client-testing.ts";
import { scriptOfSteps, startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const put = (path: string, body: unknown) => send(sandbox, path, { method: "PUT", body: JSON.stringify(body) });
const scans = async (number: string) => listAt(await reportOf(sandbox, "dhl", number), "events").length;

describe("writing journeys", () => {
  const number = validNumber("dhl", "script");
  const entry = (minutes: number, given = number) => ({
    carrier: "dhl",
    number: given,
    script: scriptOfSteps([[minutes, "label"]]),
  });

  it("keeps a script that is there, and a journey that has begun, unless told to replace it", async () => {
    expect((await put("/sandbox/journeys", { entries: [entry(60)] })).body).toEqual({ written: 1, kept: 0 });
    expect((await put("/sandbox/journeys", { entries: [entry(0)] })).body).toEqual({ written: 0, kept: 1 });
    expect(await scans(number)).toBe(0);
    const begun = validNumber("dhl", "begun");
    await reportOf(sandbox, "dhl", begun);
    expect((await put("/sandbox/journeys", { entries: [entry(0, begun)] })).body).toEqual({ written: 0, kept: 1 });
    expect((await put("/sandbox/journeys", { entries: [entry(0)], replace: true })).body).toEqual({
      written: 1,
      kept: 0,
    });
    expect(await scans(number)).toBe(1);
  });

  it("goes on with the same scans when only a fault comes or goes", async () => {
    await put("/sandbox/journeys", { entries: [entry(-10)] });
    const told = await reportOf(sandbox, "dhl", number);
    await sandbox.advance(30);
    const out = { ...entry(-10), script: { ...entry(-10).script, fault: "outage" } };
    await put("/sandbox/journeys", { entries: [out], replace: true });
    expect(await reportOf(sandbox, "dhl", number)).toBeUndefined();
    await put("/sandbox/journeys", { entries: [entry(-10)], replace: true });
    expect(await reportOf(sandbox, "dhl", number)).toEqual(told);
  });

  it("takes a journey by its name, and a part of it as done", async () => {
    const entries = [0, 1].map((headStart) => ({
      carrier: "dhl",
      number: validNumber("dhl", headStart),
      journey: "lost",
      headStart,
    }));
    expect((await put("/sandbox/journeys", { entries })).status).toBe(200);
    expect(await scans(validNumber("dhl", 0))).toBe(1);
    expect(await scans(validNumber("dhl", 1))).toBe(7);
  });

  it("takes numbers as people write them, and none that has no check digit amiss", async () => {
    await put("/sandbox/journeys", { entries: [entry(0, ` ${number.slice(0, 4)} ${number.slice(4)}`)] });
    expect(await scans(number)).toBe(1);
    await put("/sandbox/journeys", { entries: [entry(0, "made-up")] });
    expect(await scans("made-up")).toBe(1);
  });

  it.each([
    ["no JSON", "{"],
    ["another carrier", JSON.stringify({ entries: [{ carrier: "gls", number: "1", script: { events: [] } }] })],
    ["another step", JSON.stringify({ entries: [{ ...entry(0), script: { events: [{ step: "flown" }] } }] })],
    [
      "another zone",
      JSON.stringify({
        entries: [
          {
            ...entry(0),
            script: scriptOfSteps([[0, "label"]], {
              city: "",
              region: null,
              postalCode: "",
              country: "US",
              zone: "Mars/Base",
            }),
          },
        ],
      }),
    ],
    ["another journey", JSON.stringify({ entries: [{ carrier: "ups", number: "1", journey: "to the moon" }] })],
  ])("declines %s with 400 and writes nothing", async (_, body) => {
    const reply = await send(sandbox, "/sandbox/journeys", { method: "PUT", body });
    expect(reply.status).toBe(400);
    expect(at(reply.body, "error")).toEqual(expect.any(String));
  });
});

describe("the other controls", () => {
  it("count calls, numbers, the largest batch and tokens by carrier, until they are reset", async () => {
    const [one = "", two = "", three = ""] = [1, 2, 3].map((seed) => validNumber("usps", seed));
    const headers = await goodHeaders(sandbox, "usps");
    await track(sandbox, "usps", [one, two, three], headers);
    await track(sandbox, "usps", [one], headers);
    await track(sandbox, "usps", [one], {});
    const { usps, ups } = await sandbox.calls();
    expect(usps).toEqual({
      calls: 3,
      numbers: 4,
      maxBatch: 3,
      tokens: 1,
      byNumber: { [one]: 2, [two]: 1, [three]: 1 },
    });
    expect(ups).toEqual({ calls: 0, numbers: 0, maxBatch: 0, tokens: 0, byNumber: {} });
    await sandbox.resetCalls();
    expect((await sandbox.calls()).usps.calls).toBe(0);
  });

  it("decline what they do not know", async () => {
    expect((await put("/sandbox/faults", { carrier: "ups", fault: "earthquake" })).status).toBe(400);
    expect((await put("/sandbox/faults", { carrier: "dpd", fault: null })).status).toBe(400);
    expect((await send(sandbox, "/sandbox/journeys")).status).toBe(404);
  });
});
