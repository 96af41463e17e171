import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { scriptOfSteps, startSandbox, type TestSandbox, validNumber } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { SANDBOX_CARRIERS, type SandboxCarrier } from "#lib/carriers/sandbox/script.ts";
import { beginJourneys } from "./begin-journeys.ts";

let clockMs: number;
let sandbox: TestSandbox;
beforeEach(async () => {
  clockMs = Date.parse("2026-03-04T12:00:00Z");
  sandbox = await startSandbox({ nowMs: () => clockMs });
});
afterEach(() => sandbox.close());

const numberOf = (carrier: SandboxCarrier) => validNumber(carrier, "begun");
const fetched = (minutes: number) => scriptOfSteps([[minutes, "departed"]]);

/** The local times of a number's scans, newest first. */
async function scanTimes(carrier: SandboxCarrier): Promise<readonly (string | null)[]> {
  const signal = AbortSignal.timeout(5_000);
  const number = numberOf(carrier);
  const answers = await CARRIERS.get(carrier)?.track(sandbox.access(carrier), [number], { send: sendHttp, signal });
  const answer = answers?.get(number);
  return answer?.ok && answer.value.found ? answer.value.scans.map(({ localTime }) => localTime) : [];
}

describe.each(SANDBOX_CARRIERS)("a journey by %s", (carrier) => {
  it("counts its minutes from when it was told, however late the first asking comes", async () => {
    await beginJourneys(sandbox.url, [{ carrier, number: numberOf(carrier), script: fetched(-30) }]);
    clockMs += 90_000;
    expect(await scanTimes(carrier)).toEqual(["2026-03-04T04:30:00"]);
  });

  it("stays as it is when it is told again, unless it is replaced", async () => {
    const retold = [{ carrier, number: numberOf(carrier), script: fetched(-10) }];
    await beginJourneys(sandbox.url, [{ carrier, number: numberOf(carrier), script: fetched(-30) }]);
    await beginJourneys(sandbox.url, retold);
    expect(await scanTimes(carrier)).toEqual(["2026-03-04T04:30:00"]);
    await beginJourneys(sandbox.url, retold, { replace: true });
    expect(await scanTimes(carrier)).toEqual(["2026-03-04T04:50:00"]);
  });
});

it("a script that the sandbox cannot read is told", async () => {
  const script = fetched(6_000_000);
  await expect(beginJourneys(sandbox.url, [{ carrier: "ups", number: numberOf("ups"), script }])).rejects.toThrow(
    "The sandbox did not take the demo's journeys (400)",
  );
});
