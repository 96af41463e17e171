import { resourceUsage } from "node:process";
import { Command } from "commander";
import { progressBar } from "#lib/cli/progress-bar.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { learnRecommendations } from "#lib/use-cases/recommend/learn-recommendations.ts";

/** `porchlight recommend learn --merchant SLUG`. */
export function learnCommand(): Command {
  return new Command("learn")
    .description("learn from all orders now; prints what was chosen as JSON. Workers do it every night")
    .requiredOption("--merchant <slug>", "whose orders")
    .action(async ({ merchant }: { merchant: string }) => {
      const bar = progressBar();
      const started = performance.now();
      const report = await withRuntime(async (runtime) => {
        const { id: merchantId } = await merchantOf(runtime, merchant);
        const onProgress = ({ phase, done, total }: { phase: string; done: number; total: number }) =>
          bar.show(phase, done, Math.max(1, total));
        return learnRecommendations({ db: runtime.db, onProgress }, { merchantId });
      }).finally(bar.end);
      if (report === null) console.error("Nothing was sold yet: there is nothing to learn from.");
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      const peakMemoryMb = Math.round(resourceUsage().maxRSS / 1024);
      console.log(JSON.stringify({ ...report, seconds, peakMemoryMb }));
    });
}
