import * as z from "zod";
import type { Because } from "#lib/recommend/gate/facts.ts";

/** One product of an offer, and why it is there. */
export type OfferedProduct = { readonly product: string; readonly because: Because };

const because: z.ZodType<Because> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("bought"), product: z.uuid() }),
  z.object({ kind: z.literal("pinned"), product: z.uuid() }),
  z.object({ kind: z.literal("used_up"), product: z.uuid() }),
  z.object({ kind: z.literal("popular") }),
]);
const offered: z.ZodType<readonly OfferedProduct[]> = z.array(z.object({ product: z.uuid(), because }));

/** What an offer showed, as it was stored; nothing where it cannot be read any more. */
export function storedOffer(shown: unknown): readonly OfferedProduct[] {
  return offered.safeParse(shown).data ?? [];
}
