import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createGunzip, gunzipSync } from "node:zlib";
import { readBaskets } from "./read-baskets.ts";
import { readLines } from "./read-lines.ts";
import { readOnlineRetail } from "./read-online-retail.ts";
import type { Experiment, Protocol } from "./shop-data.ts";

/**
 * Reads a folder in whichever format it holds: `baskets.json[.gz]` with an optional `fold*.json`, the Online Retail CSV (found
 * by its header), or a CSV with one basket a line; `.gz` or not. Throws when there is none.
 */
export async function readShop(folder: string, protocol: Protocol): Promise<readonly Experiment[]> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder ${folder}.`);
  const files = readdirSync(folder).sort();
  const baskets = files.find((file) => /^baskets\.json(\.gz)?$/.test(file));
  if (baskets !== undefined) {
    const fold = files.find((file) => /^fold.*\.json$/.test(file));
    const foldText = fold === undefined ? null : textOf(join(folder, fold));
    return [readBaskets(textOf(join(folder, baskets)), foldText, protocol)];
  }
  const tables = files.filter((file) => /\.csv(\.gz)?$/.test(file)).map((file) => join(folder, file));
  const retail = tables.find((file) => /^Invoice,StockCode,/.test(textOf(file).slice(0, 100)));
  if (retail !== undefined) return [await readOnlineRetail(bytesOf(retail), protocol)];
  const [lines] = tables;
  if (lines !== undefined) return readLines(textOf(lines), protocol);
  throw new Error(`${folder} has no baskets.json[.gz], Online Retail CSV or CSV with one basket a line.`);
}

function textOf(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

function bytesOf(file: string): AsyncIterable<Uint8Array> {
  const stream = createReadStream(file);
  return file.endsWith(".gz") ? stream.pipe(createGunzip()) : stream;
}
