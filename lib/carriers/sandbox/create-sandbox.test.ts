import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createSandbox, type SandboxOptions } from "./create-sandbox.ts";
import { at, goodHeaders, listAt, reportOf, SCANS_AT, send, track } from "./raw-client-testing.ts";
import { scriptOfSteps, startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";
import { SANDBOX_CARRIERS, STEPS } from "./script.ts";

const NOW = Date.parse("2026-03-05T15:00:20.700Z");
const MINUTE = 60_000;
const folder = mkdtempSync(join(tmpdir(), "sandbox-test-"));
const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0)) await close();
  rmSync(join(folder, "state.jsonl"), { force: true });
});

async function start(options: SandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await startSandbox({ nowMs: () => NOW, ...options });
  cleanUp.push(sandbox.close);
  return sandbox;
}

describe.each(SANDBOX_CARRIERS)("%s in the sandbox", (carrier) => {
  it("has words for every step, as the latest status and as a scan", async () => {
    const sandbox = await start();
    for (const step of STEPS) {
      const number = validNumber(carrier, step);
      await sandbox.play(
        carrier,
        number,
        scriptOfSteps([
          [-20, "label"],
          [-10, step],
        ]),
      );
      const report = await reportOf(sandbox, carrier, number);
      expect(listAt(report, SCANS_AT[carrier])).toHaveLength(2);
      expect(JSON.stringify(report)).not.toMatch(/undefined|NaN|Invalid/);
    }
  });

  it("finds a number of its own choice from the first asking on, and the same again", async () => {
    const sandbox = await start({ headStart: "hash" });
    const number = validNumber(carrier, "anything");
    const first = await reportOf(sandbox, carrier, number);
    expect(first).toBeDefined();
    expect(await reportOf(sandbox, carrier, number)).toEqual(first);
  });

  it("repeats exactly what it has told when it was killed and started again", async () => {
    const stateFile = join(folder, "state.jsonl");
    const numbers = Array.from({ length: 30 }, (_, seed) => validNumber(carrier, `restart ${seed}`));
    const tell = async (sandbox: TestSandbox) => {
      const reports: unknown[] = [];
      for (const number of numbers) reports.push(await reportOf(sandbox, carrier, number));
      return reports;
    };
    const first = await start({ stateFile, headStart: "hash", speed: 60 });
    await first.play(carrier, numbers[0] ?? "", "weather-delay");
    await tell(first);
    await first.advance(30);
    const told = await tell(first);
    // Cut in the middle of a line, as a kill leaves it; and it comes back later, with other settings.
    appendFileSync(stateFile, '{"type":"begun","carrier":"ups","num');
    const second = await start({ stateFile, headStart: 0, speed: 1 });
    expect(await tell(second)).toEqual(told);
    const third = await start({ stateFile });
    expect(await tell(third)).toEqual(told);
    expect(readFileSync(stateFile, "utf8").match(/"begun"/g)?.length).toBe(31);
  });
});

describe("the state file", () => {
  it("takes new numbers after half a line, and nothing that is no state", async () => {
    const stateFile = join(folder, "state.jsonl");
    appendFileSync(stateFile, 'nonsense\n[]\n{"type":"begun"}\n\n{"type":"clock","aheadMs":');
    const [number, clock] = [validNumber("dhl", "new"), { nowMs: NOW }];
    const first = await start({ stateFile, nowMs: () => clock.nowMs });
    const told = await reportOf(first, "dhl", number);
    clock.nowMs += 1_000;
    expect(await reportOf(await start({ stateFile, nowMs: () => clock.nowMs }), "dhl", number)).toEqual(told);
  });

  it("that cannot be written to keeps the sandbox from starting", async () => {
    await expect(createSandbox({ stateFile: folder })).rejects.toThrow(/EISDIR/);
  });
});

describe("the sandbox", () => {
  it("plays at the set speed and stamps scans with the time at which they happen", async () => {
    const clock = { nowMs: NOW };
    const sandbox = await start({ speed: 60, nowMs: () => clock.nowMs });
    const number = validNumber("usps", "speed");
    await sandbox.play(
      "usps",
      number,
      scriptOfSteps([
        [0, "label"],
        [600, "picked_up"],
      ]),
    );
    expect(listAt(await reportOf(sandbox, "usps", number), "trackingEvents")).toHaveLength(1);
    clock.nowMs += 10 * MINUTE - 701;
    expect(listAt(await reportOf(sandbox, "usps", number), "trackingEvents")).toHaveLength(1);
    clock.nowMs += 1_000;
    const report = await reportOf(sandbox, "usps", number);
    expect(at(report, "trackingEvents.0.GMTTimestamp")).toBe("2026-03-05T15:10:20Z");
  });

  it("rejects when the port is taken", async () => {
    const { url } = await start();
    await expect(createSandbox({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("listens on this machine only and knows no other paths", async () => {
    const sandbox = await start();
    expect(new URL(sandbox.url).hostname).toBe("127.0.0.1");
    for (const path of ["/", "/dpd/track", "/sandbox", "/sandbox/nothing", "//", "/ups/%E0%A4%A", "/dhl"]) {
      expect((await send(sandbox, path)).status, path).toBe(404);
    }
  });

  it("answers thousands of numbers in seconds", async () => {
    const sandbox = await start({ stateFile: join(folder, "state.jsonl"), headStart: "hash" });
    const headers = await goodHeaders(sandbox, "usps");
    const numbers = Array.from({ length: 2_100 }, (_, seed) => validNumber("usps", seed));
    const before = performance.now();
    for (let from = 0; from < numbers.length; from += 35) {
      const { body } = await track(sandbox, "usps", numbers.slice(from, from + 35), headers);
      expect(listAt({ body }, "body")).toHaveLength(35);
    }
    expect(performance.now() - before).toBeLessThan(8_000);
  });
});
