import { Command } from "commander";
import { Temporal } from "temporal-polyfill";
import { CARRIERS } from "#lib/carriers/registry.ts";
import type { Runtime } from "#lib/cli/runtime.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type AccountReport, accountReports } from "#lib/use-cases/carriers/account-reports.ts";
import { setLimits } from "#lib/use-cases/carriers/set-limits.ts";
import { accountNamed } from "./account-named.ts";

type Options = {
  merchant: string;
  account?: string;
  perSecond?: string;
  perHour?: string;
  perDay?: string;
  json?: boolean;
};

/** `porchlight carrier budget`. */
export function budgetCommand(): Command {
  return new Command("budget")
    .description(
      "how many calls each account has used and may use, when they are spent, and what keeps it from answering",
    )
    .requiredOption("--merchant <slug>", "whose accounts")
    .option("--account <carrier[/label]>", "the account whose limits you set with the options below")
    .option("--per-second <n>", "calls a second, or `none`")
    .option("--per-hour <n>", "calls in any 60 minutes, or `none`")
    .option("--per-day <n>", "calls a day (UTC), or `none`")
    .option("--json", "as JSON")
    .addHelpText(
      "after",
      `
Limits begin as the carrier's documents say. Calls are spread evenly over the hour and the day, and a part is kept for
shoppers who are looking.

Example: USPS agreed on 600 calls an hour
  npx porchlight carrier budget --merchant my-shop --account usps --per-hour 600`,
    )
    .action(budget);
}

function budget(options: Options): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, options.merchant);
    if (options.account !== undefined)
      await setAccountLimits(runtime, merchantId, { ...options, account: options.account });
    const reports = await accountReports({ db: runtime.db, carriers: CARRIERS }, { merchantId });
    console.log(options.json ? JSON.stringify(reports, null, 2) : reports.map(linesOf).join("\n"));
  });
}

async function setAccountLimits(
  runtime: Pick<Runtime, "db">,
  merchantId: MerchantId,
  options: Options & { account: string },
): Promise<void> {
  const account = await accountNamed(runtime, { merchantId, name: options.account });
  const reports = await accountReports({ db: runtime.db, carriers: CARRIERS }, { merchantId });
  const before = reports.find(({ accountId }) => accountId === account.id)?.limits;
  const limit = (text: string | undefined, old: number | null | undefined) => {
    if (text === undefined) return old ?? null;
    return text === "none" ? null : Number(text);
  };
  const limits = {
    perSecond: limit(options.perSecond, before?.perSecond),
    perHour: limit(options.perHour, before?.perHour),
    perDay: limit(options.perDay, before?.perDay),
  };
  await setLimits(runtime, { merchantId, accountId: account.id, limits, actor: "cli" });
}

/** One line an account, and one more for its trouble: for people. */
function linesOf(report: AccountReport): string {
  const name = `${report.carrier}/${report.label}`.padEnd(20);
  const windows = report.forecasts.map(({ window, used, allowed, byLooks, spentAtMs }) => {
    const forecast = spentAtMs === null ? "" : `, at this rate spent at ${clockOf(spentAtMs)} UTC`;
    return `${used} of ${allowed} calls this ${window} (${byLooks} by shoppers' looks)${forecast}`;
  });
  const free = `no limit; ${report.lastHour} calls in the last hour, ${report.today} today`;
  const line = `${name}  ${windows.join("; ") || free}; ${report.waiting} parcels wait`;
  if (report.trouble === null) return line;
  const { problem, since, pausedUntil, isByHand } = report.trouble;
  if (isByHand) return `${line}\n${"".padEnd(22)}paused at the desk since ${since}`;
  return `${line}\n${"".padEnd(22)}does not answer (${problem ?? "unknown"}) since ${since}; tried again at ${pausedUntil}`;
}

function clockOf(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString().slice(11, 16);
}
