import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { isoUtc } from "./iso-utc.ts";

export type UnknownCode = {
  readonly carrier: string;
  readonly code: string;
  /** In the carrier's words, as it was told last. */
  readonly description: string | null;
  readonly times: number;
};

/** Counts codes that no table knows; `codes` holds each code once. Uses the primary key. */
export async function countUnknownCodes(
  tx: Tx,
  { merchantId, codes }: { readonly merchantId: MerchantId; readonly codes: readonly UnknownCode[] },
): Promise<void> {
  if (codes.length === 0) return;
  const sorted = codes.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  await tx.execute(sql`
    insert into unknown_codes as u (merchant_id, carrier, code, description, times)
    select ${merchantId}::uuid, c.carrier, c.code, c.description, c.times
    from jsonb_to_recordset(${JSON.stringify(sorted)}::text::jsonb) as c(carrier text, code text, description text, times bigint)
    on conflict (merchant_id, carrier, code) do update
      set times = u.times + excluded.times, description = excluded.description, last_seen_at = now()`);
}

/** A merchant's unknown codes, the most frequent first, at most 200. Uses the primary key. */
export function unknownCodesOf(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<readonly (UnknownCode & { readonly lastSeenAt: string })[]> {
  return tx.execute<UnknownCode & { readonly lastSeenAt: string }>(sql`
    select carrier, code, description, times::float8 as times, ${isoUtc("last_seen_at")} as "lastSeenAt" from unknown_codes
    where merchant_id = ${merchantId} order by times desc, carrier, code limit 200`);
}
