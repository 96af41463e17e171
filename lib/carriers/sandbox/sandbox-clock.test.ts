import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { SandboxOptions } from "./create-sandbox.ts";
import { at, reportOf } from "./raw-client-testing.ts";
import { BOULDER, scriptOfSteps, startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";

const MINUTE = 60_000;
let realMs = Date.parse("2026-03-05T15:00:00Z");
const running: TestSandbox[] = [];
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.close();
});

async function start(options: SandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await startSandbox({ nowMs: () => realMs, ...options });
  running.push(sandbox);
  return sandbox;
}

describe("the sandbox's clock", () => {
  it("shows real time until it is set, and runs on from there", async () => {
    const sandbox = await start();
    expect(await sandbox.clock()).toEqual({ now: new Date(realMs).toISOString(), speed: 1, stopped: false });
    expect(await sandbox.clock({ set: "2027-01-01T09:00:00+01:00" })).toMatchObject({
      now: "2027-01-01T08:00:00.000Z",
    });
    realMs += 5 * MINUTE;
    expect(await sandbox.clock()).toMatchObject({ now: "2027-01-01T08:05:00.000Z" });
    expect(await sandbox.clock({ real: true })).toMatchObject({ now: new Date(realMs).toISOString() });
  });

  it("runs as fast as it is told, and keeps what has passed when the speed changes", async () => {
    const sandbox = await start();
    await sandbox.clock({ set: "2026-03-05T15:00:00Z", speed: 60 });
    realMs += MINUTE;
    expect(await sandbox.clock({ speed: 1 })).toMatchObject({ now: "2026-03-05T16:00:00.000Z", speed: 1 });
    realMs += MINUTE;
    expect(await sandbox.clock()).toMatchObject({ now: "2026-03-05T16:01:00.000Z" });
  });

  it("stands still when it is stopped, is stepped all the same, and goes on at its speed", async () => {
    const sandbox = await start();
    await sandbox.clock({ set: "2026-03-05T15:00:00Z", speed: 10, stopped: true });
    realMs += 10 * MINUTE;
    expect(await sandbox.clock({ step: "PT15M" })).toEqual({
      now: "2026-03-05T15:15:00.000Z",
      speed: 10,
      stopped: true,
    });
    expect(await sandbox.clock({ step: "P1D" })).toMatchObject({ now: "2026-03-06T15:15:00.000Z" });
    await sandbox.clock({ stopped: false });
    realMs += MINUTE;
    expect(await sandbox.clock()).toMatchObject({ now: "2026-03-06T15:25:00.000Z", speed: 10, stopped: false });
  });

  it("is what carriers write in their answers, and is known again after a new start", async () => {
    const stateFile = join(mkdtempSync(join(tmpdir(), "sandbox-clock-")), "state.jsonl");
    const first = await start({ stateFile });
    const number = validNumber("dhl", "clock");
    await first.clock({ set: "2026-07-01T12:00:00Z", stopped: true });
    const steps = [
      [0, "label"],
      [600, "picked_up"],
    ] as const;
    await first.play("dhl", number, scriptOfSteps(steps, BOULDER));
    expect(at(await reportOf(first, "dhl", number), "events.0.timestamp")).toBe("2026-07-01T06:00:00");
    realMs += 60 * MINUTE;
    expect(at(await reportOf(first, "dhl", number), "events.1")).toBeUndefined();
    await first.clock({ step: "PT10H" });
    const told = await reportOf(first, "dhl", number);
    expect(at(told, "events.0.timestamp")).toBe("2026-07-01T16:00:00");
    const second = await start({ stateFile });
    expect(await second.clock()).toMatchObject({ now: "2026-07-01T22:00:00.000Z", stopped: true });
    expect(await reportOf(second, "dhl", number)).toEqual(told);
  });

  it("can be set back: then nobody has heard yet of what comes later", async () => {
    const sandbox = await start();
    const number = validNumber("dhl", "back");
    await sandbox.clock({ set: "2026-07-02T12:00:00Z", stopped: true });
    await sandbox.play("dhl", number, scriptOfSteps([[-60, "label"]]));
    expect(await reportOf(sandbox, "dhl", number)).toBeDefined();
    await sandbox.clock({ set: "2026-07-02T10:00:00Z" });
    expect(await reportOf(sandbox, "dhl", number)).toBeUndefined();
  });

  it.each([
    { set: "tomorrow" },
    { set: "2026-03-05T15:00:00" },
    { step: "-PT1M" },
    { step: "15" },
    { speed: 0 },
    { speed: "fast" },
    { stopped: "yes" },
    { turned: 1 },
  ])("declines %j and stays as it is", async (change) => {
    const sandbox = await start();
    const before = await sandbox.clock();
    await expect(sandbox.clock(change)).rejects.toThrow("declined POST /clock");
    expect(await sandbox.clock()).toEqual(before);
  });
});
