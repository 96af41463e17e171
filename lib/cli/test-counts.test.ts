import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countsOf } from "./test-counts.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "porchlight-counts-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: object): string {
  const file = join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };

test("a good run is counted as its runner counted it", () => {
  expect(countsOf("vitest", true, report(vitest))).toEqual({ passed: 7, failed: 0, skipped: 3 });
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  expect(countsOf("playwright", false, report({ stats }))).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

test("a runner that ended badly is a failure even when every test passed", () => {
  expect(countsOf("vitest", false, report(vitest)).failed).toBe(1);
});

test("a runner that ran no test is a failure", () => {
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 5, numTodoTests: 0 };
  expect(countsOf("vitest", true, report(none))).toEqual({ passed: 0, failed: 1, skipped: 5 });
});

test("a runner that left no report is a failure", () => {
  expect(countsOf("playwright", true, join(folder, "missing.json"))).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
