import type { Db } from "#db/client.ts";
import { merchantOfMember, roleOf, shopsOfMember } from "#db/queries/members.ts";
import { getMerchant, type Merchant } from "#db/queries/merchants.ts";
import { withTenant } from "#db/tenant.ts";
import type { PersonId } from "#lib/kernel/ids.ts";
import type { Role } from "#lib/kernel/role.ts";

/** Of how many shops one person is told. */
export const MOST_SHOPS = 100;

/** The merchant of this slug and the person's role there; null where there is no such shop, or it is not theirs. */
export async function enterDesk(
  { db }: { readonly db: Db },
  { slug, userId }: { readonly slug: string; readonly userId: PersonId },
): Promise<{ readonly merchant: Merchant; readonly role: Role } | null> {
  const merchantId = await merchantOfMember(db, { slug, userId });
  if (merchantId === null) return null;
  return withTenant(db, merchantId, async (tx) => {
    const role = await roleOf(tx, { merchantId, userId });
    return role === null ? null : { merchant: await getMerchant(tx, { merchantId }), role };
  });
}

export type ShopOfPerson = { readonly slug: string; readonly name: string; readonly role: Role };

/** The shops whose desks a person may enter, by slug; the first hundred. */
export async function shopsOfPerson(
  { db }: { readonly db: Db },
  { userId }: { readonly userId: PersonId },
): Promise<readonly ShopOfPerson[]> {
  const shops: ShopOfPerson[] = [];
  for (const { slug } of await shopsOfMember(db, { userId, limit: MOST_SHOPS })) {
    const entered = await enterDesk({ db }, { slug, userId });
    if (entered !== null) shops.push({ slug, name: entered.merchant.name, role: entered.role });
  }
  return shops;
}
