import type { Db } from "#db/client.ts";
import { findPasswordHash, savePasswordHash } from "#db/queries/people.ts";
import { merchantIdBySlug } from "#db/queries/slugs.ts";
import type { PersonId } from "#lib/kernel/ids.ts";
import { deskSecret, type KeyRing } from "#lib/runtime/key-ring.ts";
import { addMember } from "#lib/use-cases/access/add-member.ts";
import { demoSlugs } from "./merchants.ts";

export type DemoLogin = { readonly email: string; readonly password: string };

type Deps = {
  readonly db: Db;
  readonly keys: KeyRing;
  readonly passwords: {
    readonly hashPassword: (password: string) => Promise<string>;
    readonly verifyPassword: (kept: { readonly hash: string; readonly password: string }) => Promise<boolean>;
  };
};

const EMAIL = "owner@demo.example";
const PASSWORD_LETTERS = 16;

/**
 * Makes one person the owner of all demo shops, which have to be loaded. The password is random, and the same each time in one
 * place, since it comes from the server's own key: the demo can say it again, and it is kept nowhere.
 */
export async function ensureDemoOwner({ db, keys, passwords }: Deps): Promise<DemoLogin> {
  const password = deskSecret(keys, "demo").toString("base64url").replaceAll(/[-_]/g, "").slice(0, PASSWORD_LETTERS);
  let userId: PersonId | null = null;
  for (const slug of demoSlugs) {
    const merchantId = await merchantIdBySlug(db, slug);
    if (merchantId === null) throw new Error(`The demo's shop ${slug} is not loaded`);
    const member = { merchantId, email: EMAIL, name: "Demo owner", role: "owner", actor: "demo" } as const;
    userId = (await addMember({ db }, member)).person.id;
  }
  if (userId !== null) await givePassword({ db, userId, password, passwords });
  return { email: EMAIL, password };
}

async function givePassword(
  input: Pick<Deps, "db" | "passwords"> & { readonly userId: PersonId; readonly password: string },
): Promise<void> {
  const { db, passwords, userId, password } = input;
  const hash = await findPasswordHash(db, { userId });
  if (hash !== null && (await passwords.verifyPassword({ hash, password }))) return;
  await savePasswordHash(db, { userId, hash: await passwords.hashPassword(password) });
}
