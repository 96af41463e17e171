import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { journeysBench } from "./delay/journeys-bench.ts";
import { olistBench } from "./delay/olist-bench.ts";
import { scheduledBench } from "./delay/scheduled-bench.ts";

export const about =
  "how well dates, delays and losses are foreseen: Olist (--data its folder), any CSV with --format scheduled, the sandbox with --format journeys";

type Options = { readonly data: string | undefined; readonly format: string | undefined };

/**
 * Without a format: Olist's own CSV files in DIR or DIR/olist, lived through day by day. `--format scheduled`: one CSV (a file,
 * or the only one in DIR), a delivery a line; `bench/delay/scheduled-file.ts` says which columns are read how. `--format
 * journeys` needs no data. Throws where the data are absent.
 */
export async function bench({ data, format }: Options): Promise<Readonly<Record<string, number>>> {
  if (format === "journeys") return journeysBench();
  if (data === undefined || !existsSync(data))
    throw new Error(`There is no data at ${data ?? "(no --data DIR given)"}.`);
  if (format === "scheduled") return scheduledBench(data);
  if (format !== undefined)
    throw new Error(`There is no format ${format}: leave it away, or say scheduled or journeys.`);
  const folder = [data, join(data, "olist")].find((at) => existsSync(join(at, "olist_orders_dataset.csv")));
  if (folder === undefined || !statSync(folder).isDirectory()) {
    throw new Error(`There is no olist_orders_dataset.csv in ${data} or its folder olist.`);
  }
  return olistBench(folder);
}
