import { Command } from "commander";
import { progressBar } from "#lib/cli/progress-bar.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { rebuildNumbers } from "#lib/use-cases/numbers/count-numbers.ts";

/** `porchlight numbers rebuild --merchant SLUG`. */
export function numbersCommand(): Command {
  const rebuild = new Command("rebuild")
    .description("count all days anew; prints how many as JSON. Workers count what changed every two minutes")
    .requiredOption("--merchant <slug>", "whose numbers")
    .action(async ({ merchant }: { merchant: string }) => {
      const bar = progressBar();
      const started = performance.now();
      const counted = await withRuntime(async (runtime) => {
        const { id: merchantId } = await merchantOf(runtime, merchant);
        const onProgress = ({ done, total }: { done: number; total: number }) => bar.show("counting", done, total);
        return rebuildNumbers({ db: runtime.db, onProgress }, { merchantId });
      }).finally(bar.end);
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      console.log(JSON.stringify({ ...counted, seconds }));
    });
  return new Command("numbers")
    .description("what the desk's numbers are added up from (docs/numbers.md)")
    .addCommand(rebuild);
}
