import { err, ok, type Result } from "#lib/kernel/result.ts";

/** A line of the order that parcels may hold. */
export type OrderLine = { readonly position: number; readonly sku: string };

/**
 * Splits "90210D BANK CHARGES 22423" by longest match against the order's own SKUs, since some contain a space.
 * @returns the SKUs in the text's order, or the rest that no SKU of the order matches
 */
export function splitSkus(text: string, known: readonly string[]): Result<readonly string[], string> {
  const longestFirst = [...new Set(known)].sort((a, b) => b.length - a.length);
  const found: string[] = [];
  let rest = text.trim();
  while (rest !== "") {
    const sku = longestFirst.find((candidate) => rest === candidate || rest.startsWith(`${candidate} `));
    if (sku === undefined) return err(rest.split(" ", 1)[0] ?? rest);
    found.push(sku);
    rest = rest.slice(sku.length).trimStart();
  }
  return ok(found);
}

/**
 * Says which line each mention of a SKU is: the nth mention, over all parcels of the order, is the nth line with it.
 * Where a SKU is mentioned more often than it has lines, its line is split over parcels and stands in each of them.
 * @param taken positions that other parcels of the order already hold
 * @returns for each parcel the positions it holds, each once, ascending
 */
export function allocateParcels(
  lines: readonly OrderLine[],
  parcels: readonly (readonly string[])[],
  taken: ReadonlySet<number> = new Set(),
): readonly (readonly number[])[] {
  const free = new Map<string, number[]>();
  const last = new Map<string, number>();
  for (const line of lines) {
    last.set(line.sku, line.position);
    if (!taken.has(line.position)) free.set(line.sku, [...(free.get(line.sku) ?? []), line.position]);
  }
  return parcels.map((skus) => {
    const positions = new Set<number>();
    for (const sku of skus) {
      const position = free.get(sku)?.shift() ?? last.get(sku);
      if (position !== undefined) positions.add(position);
    }
    return [...positions].sort((a, b) => a - b);
  });
}
