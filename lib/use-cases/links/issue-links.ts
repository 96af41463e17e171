import type { Db } from "#db/client.ts";
import { type ListedOrder, ordersByTime } from "#db/queries/links.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type KeyRing, linkToken } from "#lib/runtime/key-ring.ts";
import { ensureLinks } from "./ensure-links.ts";

export type IssuedLink = { readonly orderNumber: string; readonly email: string | null; readonly token: string };

const PAGE = 500;

/** The links of all of a merchant's orders, newest order first, 500 a transaction. A revoked link is left out. */
export async function* issueLinks(
  { db, keys }: { readonly db: Db; readonly keys: KeyRing },
  { merchantId }: { readonly merchantId: MerchantId },
): AsyncGenerator<IssuedLink> {
  let after: ListedOrder | null = null;
  do {
    const page: PageOfLinks = await issuePage(db, keys, merchantId, after);
    yield* page.links;
    after = page.last;
  } while (after !== null);
}

type PageOfLinks = { readonly links: IssuedLink[]; readonly last: ListedOrder | null };

function issuePage(db: Db, keys: KeyRing, merchantId: MerchantId, after: ListedOrder | null): Promise<PageOfLinks> {
  return withTenant(db, merchantId, async (tx) => {
    const orders = await ordersByTime(tx, { merchantId, after, limit: PAGE });
    const rows = await ensureLinks(tx, keys, { merchantId, orderIds: orders.map((order) => order.id) });
    const links = orders.flatMap((order) => {
      const row = rows.get(order.id);
      if (row === undefined || row.revokedAt !== null) return [];
      return [{ orderNumber: order.number, email: order.email, token: linkToken(keys, row) }];
    });
    return { links, last: orders.length < PAGE ? null : (orders.at(-1) ?? null) };
  });
}
