import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { JOURNEY_NAMES } from "#lib/carriers/sandbox/journey-library.ts";
import { at, listAt, reportOf } from "#lib/carriers/sandbox/raw-client-testing.ts";
import { startSandbox, type TestSandbox, validNumber } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { sandboxCommand } from "./commands/sandbox.ts";

const NOW = Date.parse("2026-03-05T15:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "sandbox-commands-"));
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ nowMs: () => NOW });
});
afterAll(() => sandbox.close());
afterEach(() => {
  vi.restoreAllMocks();
});

/** What a command prints. */
async function run(...args: readonly string[]): Promise<string> {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const command = sandboxCommand();
  for (const one of [command, ...command.commands]) one.exitOverride().configureOutput({ writeErr: () => {} });
  const needsUrl = !["journeys", "show"].includes(args[0] ?? "");
  await command.parseAsync([...args, ...(needsUrl ? ["--url", sandbox.url] : [])], { from: "user" });
  const printed = log.mock.calls.map((line) => line.join(" ")).join("\n");
  log.mockRestore();
  return printed;
}

it("lists every journey with its sentence", async () => {
  const printed = await run("journeys");
  for (const name of JOURNEY_NAMES) expect(printed).toMatch(new RegExp(`^  ${name} +[A-Z].*\\.$`, "m"));
  expect(printed).toMatch(/^ {2}keys-refused +Your keys are refused \(401\)\.$/m);
});

it("plays a journey by its name, as the text that it shows, and from the middle", async () => {
  const number = validNumber("dhl", "played");
  expect(await run("play", "dhl", number, "Late by weather")).toContain("weather-delay");
  expect(listAt(await reportOf(sandbox, "dhl", number), "events")).toHaveLength(1);
  await expect(run("play", "dhl", number, "lost")).rejects.toThrow(/keeps the journey that it has\. Add --replace/);
  const file = join(folder, "mine.txt");
  writeFileSync(file, await run("show", "late-by-weather", "--carrier", "dhl", "--number", number));
  await run("play", "dhl", number, file, "--replace", "--at", "day 2 12:00");
  const report = await reportOf(sandbox, "dhl", number);
  expect(listAt(report, "events").map((event) => at(event, "status"))).toContain("OH");
  expect(listAt(report, "events").length).toBeGreaterThan(4);
});

it("says what is wrong with a journey, by its lines, and what there is", async () => {
  const file = join(folder, "wrong.txt");
  writeFileSync(file, "from: Memphis, TN 38118 US\nto: Portland, OR 97201 US\nday 0 13:50 labl\n");
  await expect(run("play", "ups", "anything", file)).rejects.toThrow(
    /^line 3: "labl" is nothing .* Did you mean "label"\?/,
  );
  await expect(run("play", "ups", "anything", "late-by-wether")).rejects.toThrow(
    /is no journey\. .*There are: on-time/,
  );
  await expect(run("play", "ups", "anything", "none.txt")).rejects.toThrow("There is no file none.txt.");
  await expect(run("show", "nothing")).rejects.toThrow(/is no journey/);
  await expect(run("play", "ups", "anything", "weekend-wait", "--at", "day 1 10:00")).rejects.toThrow(
    /set the clock instead/,
  );
});

it("shows and turns the clock", async () => {
  expect(await run("clock", "--set", "2026-03-05T13:50-06:00", "--stop")).toBe("2026-03-05T19:50:00.000Z stopped");
  expect(await run("clock", "--step", "3h")).toBe("2026-03-05T22:50:00.000Z stopped");
  expect(await run("clock", "--step", "1d", "--go", "--speed", "60")).toMatch(
    /^2026-03-06T22:50:00.000Z running 60 times/,
  );
  expect(await run("clock", "--real", "--speed", "1")).toBe("2026-03-05T15:00:00.000Z running");
  await expect(run("clock", "--set", "noon")).rejects.toThrow(/no time with an offset/);
  await expect(run("clock", "--step", "soon")).rejects.toThrow(/such as PT15M/);
});

it("lets a carrier or a number fail and be well again, and counts calls", async () => {
  const number = validNumber("usps", "fails");
  expect(await run("fault")).toBe("Nothing is set to fail.");
  expect(await run("fault", "USPS", "no answer", "--times", "3")).toBe("usps  timeout  for the next 3 answers");
  expect(await run("fault", "usps", "none")).toBe("Nothing is set to fail.");
  expect(await run("fault", number, "401", "--until", "2026-03-06T00:00Z")).toBe(
    `usps  ${number}  credentials  until 2026-03-06T00:00:00.000Z`,
  );
  expect(await reportOf(sandbox, "usps", number)).toBeUndefined();
  await run("fault", number, "well");
  expect(await reportOf(sandbox, "usps", number)).toBeDefined();
  await expect(run("fault", "made-up", "outage")).rejects.toThrow(/whose number made-up is/);
  await expect(run("fault", "usps", "earthquake")).rejects.toThrow(/is no fault\. There are: outage/);
  expect(await run("calls", "--reset")).toMatch(/^usps\t2\t2\t1\t2$/m);
  expect(await run("calls")).toBe("Nobody has been asked.");
});

it("explains itself, and says how to start the sandbox where none runs", () => {
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const porchlight = (...args: readonly string[]) =>
    spawnSync(process.execPath, [main, "sandbox", ...args], { encoding: "utf8" });
  const help = porchlight("--help");
  expect([help.status, help.stdout]).toEqual([0, expect.stringContaining("npx porchlight sandbox play ups")]);
  expect(help.stdout).toContain("check digit");
  const none = porchlight("clock", "--url", "http://127.0.0.1:9");
  expect([none.status, none.stderr]).toEqual([1, expect.stringContaining("npx porchlight sandbox serve")]);
}, 30_000);
