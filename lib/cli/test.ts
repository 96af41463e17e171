import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stopTools } from "./run-tool.ts";
import type { Counts } from "./test-counts.ts";
import { type Step, steps } from "./test-steps.ts";

/** `npm test`: every step runs, also after a failure, so that one run shows everything. The last line is the sum. */
async function main(): Promise<void> {
  if (process.argv.includes("--full")) process.env.PORCHLIGHT_FULL = "1";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  const folder = mkdtempSync(join(tmpdir(), "porchlight-test-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void stopTools().finally(() => process.exit(signal === "SIGINT" ? 130 : 143)));
  }
  process.exitCode = await runAll(steps(folder));
}

async function runAll(all: readonly Step[]): Promise<number> {
  const lines: string[] = [];
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const [at, step] of all.entries()) {
    console.log(`\n[${at + 1}/${all.length}] ${step.name}`);
    const start = performance.now();
    const counts = await step.run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    lines.push(`${counts.failed === 0 ? "ok  " : "FAIL"} ${step.name} (${seconds} s)${described(counts)}`);
    console.log(lines.at(-1));
    for (const key of ["passed", "failed", "skipped"] as const) sum[key] += counts[key];
  }
  console.log(`\n${lines.join("\n")}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  return sum.failed === 0 ? 0 : 1;
}

function described({ passed, failed, skipped }: Counts): string {
  return passed + failed + skipped === 0 ? "" : `: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}

await main();
