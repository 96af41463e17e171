import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

const reports = {
  vitest: z
    .object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int(), numTodoTests: z.int() })
    .transform((it): Counts => {
      return { passed: it.numPassedTests, failed: it.numFailedTests, skipped: it.numPendingTests + it.numTodoTests };
    }),
  playwright: z
    .object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }) })
    .transform(({ stats }): Counts => {
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
    }),
};

/**
 * What a test runner's JSON report in `file` says. A runner that ended badly without a failed test (a broken set-up, an
 * unhandled error, no report) and one that ran no test at all count as one failure.
 */
export function countsOf(runner: keyof typeof reports, endedWell: boolean, file: string): Counts {
  const counts = existsSync(file) ? reports[runner].parse(JSON.parse(readFileSync(file, "utf8"))) : NOTHING;
  const broken = !endedWell || counts.passed + counts.failed === 0;
  return broken && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
