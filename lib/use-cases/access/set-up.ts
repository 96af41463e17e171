import type { Db, Tx } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { addMemberRow, hasAnyMember, lockSetUp } from "#db/queries/members.ts";
import { ensurePerson, savePasswordHash } from "#db/queries/people.ts";
import { slugsAfter } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, PersonId } from "#lib/kernel/ids.ts";
import { slugOf } from "#lib/kernel/slug.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { allMerchants } from "#lib/use-cases/merchants/all-merchants.ts";
import { addMember } from "./add-member.ts";

type Deps = {
  readonly db: Db;
  readonly keys: KeyRing;
  readonly hashPassword: (password: string) => Promise<string>;
};

/** The first owner, and the first shop where there is none yet; read by `readSetUp`. */
export type FirstOwner = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly shop: { readonly name: string; readonly currency: string; readonly zone: string; readonly locale: string };
};

/** Whether nobody may enter any desk yet, and whether there is a shop. */
export async function setUpState({
  db,
}: Pick<Deps, "db">): Promise<{ readonly isOpen: boolean; readonly hasShop: boolean }> {
  const [isDone, [shop]] = await Promise.all([hasAnyMember(db), slugsAfter(db, "", 1)]);
  return { isOpen: !isDone, hasShop: shop !== undefined };
}

/**
 * Makes the first owner, of every shop there is; of a new one where there is none. Whoever calls has checked the code.
 * Throws AppError `conflict` when somebody was quicker.
 */
export async function setUp(deps: Deps, owner: FirstOwner): Promise<void> {
  const { db } = deps;
  const hash = await deps.hashPassword(owner.password);
  const merchantId = await firstShop(deps, owner.shop);
  await withTenant(db, merchantId, (tx) => makeOwner(tx, { merchantId, owner, hash }));
  for await (const other of allMerchants(db, new AbortController().signal))
    await addMember(deps, { merchantId: other, ...owner, role: "owner", actor: "set-up" });
}

async function firstShop(deps: Deps, shop: FirstOwner["shop"]): Promise<MerchantId> {
  const [present] = await slugsAfter(deps.db, "", 1);
  if (present !== undefined) return present.merchantId;
  const more = { slug: slugOf(shop.name), sandbox: false, storefrontUrl: null, supportEmail: null };
  return (await addMerchant(deps, { ...shop, ...more })).merchantId;
}

async function makeOwner(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly owner: FirstOwner; readonly hash: string },
): Promise<void> {
  const { merchantId, owner, hash } = input;
  await lockSetUp(tx);
  if (await hasAnyMember(tx)) throw new AppError("conflict", "This server has an owner already.");
  const person = await ensurePerson(tx, owner);
  const userId: PersonId = person.id;
  await savePasswordHash(tx, { userId, hash });
  await addMemberRow(tx, { merchantId, userId, role: "owner" });
  const after = { role: "owner" };
  await recordAudit(tx, { merchantId, actor: "set-up", action: "member.added", subject: userId, after });
}
