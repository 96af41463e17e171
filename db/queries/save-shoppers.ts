import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type MerchantId, newId, type ShopperId } from "#lib/kernel/ids.ts";

export type ShopperToSave = { readonly email: string; readonly name: string | null };

/** How people are told apart: their email without regard to case. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * Makes sure that these people exist and returns their ids by `emailKey`. A name is filled in, never overwritten.
 * Index: shoppers_by_email.
 */
export async function saveShoppers(
  tx: Tx,
  { merchantId, shoppers }: { readonly merchantId: MerchantId; readonly shoppers: readonly ShopperToSave[] },
): Promise<ReadonlyMap<string, ShopperId>> {
  const byKey = new Map<string, ShopperToSave & { key: string; id: string }>();
  for (const shopper of shoppers) {
    const key = emailKey(shopper.email);
    const name = byKey.get(key)?.name ?? shopper.name;
    byKey.set(key, { email: shopper.email.trim(), name, key, id: newId() });
  }
  if (byKey.size === 0) return new Map();
  const rows = JSON.stringify([...byKey.values()]);
  await tx.execute(sql`
    insert into shoppers (merchant_id, id, email, email_key, name)
    select ${merchantId}::uuid, r.id, r.email, r.key, r.name
    from jsonb_to_recordset(${rows}::text::jsonb) as r(id uuid, email text, key text, name text)
    on conflict (merchant_id, email_key) do update set name = excluded.name, updated_at = now()
    where shoppers.name is null and excluded.name is not null`);
  const found = await tx.execute<{ id: string; email_key: string }>(sql`
    select id, email_key from shoppers
    where merchant_id = ${merchantId}
      and email_key in (select jsonb_array_elements_text(${JSON.stringify([...byKey.keys()])}::text::jsonb))`);
  return new Map(found.map((row) => [row.email_key, row.id]));
}
