import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { Argument, Command } from "commander";
import { findRules, type RulesKind } from "#db/queries/rules.ts";
import { withTenant } from "#db/tenant.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { rulesProblems } from "#lib/use-cases/rules/rules-problems.ts";
import { setRules } from "#lib/use-cases/rules/set-rules.ts";

type Options = { merchant: string };

/** `porchlight rules show|set`. */
export function rulesCommand(): Command {
  const rules = new Command("rules").description(
    "what a shop promises for its shipping methods, does about delays (docs/promises.md) and recommends (docs/recommendations.md)",
  );
  rules
    .command("show")
    .description("a shop's rules as JSON, to be changed and set again")
    .addArgument(kindArgument())
    .requiredOption("--merchant <slug>", "whose rules")
    .action(show);
  rules
    .command("set")
    .description("set a shop's rules; orders that are there keep what they were promised")
    .addArgument(kindArgument())
    .argument("<file>", "a JSON file, or - for what is piped in")
    .requiredOption("--merchant <slug>", "whose rules")
    .addHelpText(
      "after",
      `
Example: two to three working days after the day on which it is packed, ordered before 14:00
  echo '[{"id": "standard", "method": "standard", "leastDays": 2, "mostDays": 3, "cutOff": "14:00",
    "calendar": {"holidaysOf": "DE-BY"}}]' | npx porchlight rules set promise - --merchant my-shop`,
    )
    .action(set);
  return rules;
}

function kindArgument(): Argument {
  return new Argument(
    "<kind>",
    "promises at checkout, delays and what is given for them, or what is recommended",
  ).choices(["promise", "delay", "recommend"]);
}

function show(kind: RulesKind, { merchant }: Options): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, merchant);
    const stored = await withTenant(runtime.db, merchantId, (tx) => findRules(tx, { merchantId, kind }));
    if (stored === null) console.error(`${merchant} has set no ${kind} rules: what is shipped with Porchlight holds.`);
    const problems = stored === null ? [] : rulesProblems(kind, stored.rules);
    if (problems.length > 0) console.error(unreadable(merchant, kind, problems));
    console.log(JSON.stringify(stored?.rules ?? (kind === "promise" ? [] : {}), null, 2));
  });
}

function unreadable(merchant: string, kind: RulesKind, problems: readonly string[]): string {
  const head = `${merchant}'s ${kind} rules below cannot be read, so NONE of them holds, but what is shipped with Porchlight:`;
  return [head, ...problems.map((problem) => `  ${problem}`), "Mend them and set them again."].join("\n");
}

function set(kind: RulesKind, file: string, { merchant }: Options): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, merchant);
    const rules = await readJson(file);
    const { version } = await setRules(runtime, { merchantId, kind, rules, actor: "cli" });
    console.error(`${merchant} has version ${version} of its ${kind} rules.`);
  });
}

async function readJson(file: string): Promise<unknown> {
  const written = file === "-" ? await text(process.stdin) : await readFile(file, "utf8").catch(() => null);
  if (written === null) throw new AppError("invalid", `${file} cannot be read.`);
  try {
    return JSON.parse(written);
  } catch (error) {
    throw notJson(file === "-" ? "What was piped in" : file, error);
  }
}

function notJson(file: string, error: unknown): AppError {
  return new AppError("invalid", `${file} is no JSON: ${error instanceof Error ? error.message : "unreadable"}`);
}
