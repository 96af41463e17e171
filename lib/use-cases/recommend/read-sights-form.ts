import * as z from "zod";
import type { ProductId } from "#lib/kernel/ids.ts";

/** A row has room for four. */
const MOST = 4;
const seen = z.array(z.uuid()).min(1).max(MOST);

/** The products that a page says were seen, or null for what no page of ours sends. */
export function readSightsForm(fields: Readonly<Record<string, string>>): readonly ProductId[] | null {
  return seen.safeParse((fields.products ?? "").split(" ")).data ?? null;
}

/** The product that a link of a page names, or null. */
export function readSeeQuery(query: URLSearchParams): ProductId | null {
  return z.uuid().safeParse(query.get("product")).data ?? null;
}
