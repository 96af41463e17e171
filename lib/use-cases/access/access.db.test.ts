import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { membersOf } from "#db/queries/members.ts";
import { findPerson } from "#db/queries/people.ts";
import { removeMerchant } from "#db/queries/remove-merchant.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { MerchantId, PersonId } from "#lib/kernel/ids.ts";
import type { Role } from "#lib/kernel/role.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { addMember } from "./add-member.ts";
import { removeMember, setMemberRole } from "./change-member.ts";
import { enterDesk, shopsOfPerson } from "./enter-desk.ts";
import { notePersonal } from "./note-personal.ts";
import { setUp, setUpState } from "./set-up.ts";

const keys = keyRingFrom(newKeyRingText("k1"));
const hashPassword = async (password: string) => `hash of ${password.length}`;
let database: TestDatabase;
const shops = new Map<string, MerchantId>();

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());
beforeEach(async () => {
  for (const merchantId of shops.values()) await removeMerchant(database.db, { merchantId });
  shops.clear();
  await database.ownerDb.execute(sql`delete from auth."user"`);
});

async function shop(slug: string): Promise<MerchantId> {
  const about = { slug, name: slug, currency: "EUR", zone: "Europe/Paris", locale: "en", sandbox: false };
  const { merchantId } = await addMerchant(
    { ...database, keys },
    { ...about, storefrontUrl: null, supportEmail: null },
  );
  shops.set(slug, merchantId);
  return merchantId;
}

async function add(merchantId: MerchantId, email: string, role: Role): Promise<PersonId> {
  return (await addMember(database, { merchantId, email, name: "", role, actor: "test" })).person.id;
}

const people = (merchantId: MerchantId) =>
  withTenant(database.db, merchantId, async (tx) =>
    (await membersOf(tx, { merchantId })).map(({ email, role }) => `${email} ${role}`),
  );

async function audited(merchantId: MerchantId) {
  const rows = await database.ownerDb.execute(sql`
    select actor, action, before, after from audit where merchant_id = ${merchantId} and action like 'member.%' order by id`);
  return [...rows];
}

describe("a desk", () => {
  test("opens for its members, as what they are, and for nobody else", async () => {
    const [mine] = [await shop("mine"), await shop("theirs")];
    const userId = await add(mine, "ana@shop.example", "editor");
    const entered = await enterDesk(database, { slug: "mine", userId });
    expect(entered).toMatchObject({ role: "editor", merchant: { slug: "mine" } });
    for (const slug of ["theirs", "no-such-shop"]) expect(await enterDesk(database, { slug, userId })).toBeNull();
    expect(await enterDesk(database, { slug: "mine", userId: "nobody" })).toBeNull();
    expect(await shopsOfPerson(database, { userId })).toEqual([{ slug: "mine", name: "mine", role: "editor" }]);
  });

  test("a door alone opens nothing: the shop's own members decide", async () => {
    const merchantId = await shop("mine");
    await database.ownerDb.execute(sql`insert into member_index values ('ghost', ${merchantId})`);
    expect(await enterDesk(database, { slug: "mine", userId: "ghost" })).toBeNull();
  });
});

test("what somebody does with their own account stands in the audit of each shop that it opens, and nowhere else", async () => {
  const [one, two, three] = [await shop("one"), await shop("two"), await shop("three")];
  const userId = await add(one, "ana@shop.example", "owner");
  await add(two, "ana@shop.example", "support");
  await notePersonal(database, { userId, action: "person.password_changed" });
  const rows = await database.ownerDb.execute(sql`
    select merchant_id, actor, subject, before, after from audit where action = 'person.password_changed' order by id`);
  const line = { actor: userId, subject: userId, before: null, after: null };
  expect([...rows]).toEqual([one, two].map((merchantId) => ({ merchant_id: merchantId, ...line })));
  expect(await audited(three)).toEqual([]);
});

describe("people of a shop", () => {
  test("one person may be in several shops, by one address however it is written", async () => {
    const [one, two] = [await shop("one"), await shop("two")];
    const first = await add(one, "Ana@Shop.example ", "owner");
    expect(await add(two, "ana@shop.EXAMPLE", "support")).toBe(first);
    expect(await people(two)).toEqual(["ana@shop.example support"]);
  });

  test("somebody added again keeps their role, and nothing is noted", async () => {
    const merchantId = await shop("one");
    await add(merchantId, "ana@shop.example", "owner");
    await add(merchantId, "ana@shop.example", "support");
    expect(await people(merchantId)).toEqual(["ana@shop.example owner"]);
    expect(await audited(merchantId)).toHaveLength(1);
  });

  test("a change of role and a removal are noted with who, before and after", async () => {
    const merchantId = await shop("one");
    await add(merchantId, "ana@shop.example", "owner");
    const userId = await add(merchantId, "ben@shop.example", "support");
    await setMemberRole(database, { merchantId, userId, role: "editor", actor: "ana" });
    await removeMember(database, { merchantId, userId, actor: "ana" });
    expect((await audited(merchantId)).slice(2)).toEqual([
      { actor: "ana", action: "member.role_changed", before: { role: "support" }, after: { role: "editor" } },
      { actor: "ana", action: "member.removed", before: { role: "editor" }, after: null },
    ]);
  });

  test("the last owner stays one, also when two owners take each other away at once", async () => {
    const merchantId = await shop("one");
    const ana = await add(merchantId, "ana@shop.example", "owner");
    for (const change of [
      removeMember(database, { merchantId, userId: ana, actor: "x" }),
      setMemberRole(database, { merchantId, userId: ana, role: "editor", actor: "x" }),
    ])
      await expect(change).rejects.toMatchObject({ code: "conflict" });
    const ben = await add(merchantId, "ben@shop.example", "owner");
    const ended = await Promise.allSettled(
      [ana, ben].map((userId) => removeMember(database, { merchantId, userId, actor: "x" })),
    );
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await people(merchantId)).toHaveLength(1);
  });

  test("who leaves their last shop is forgotten; who has another is not", async () => {
    const [one, two] = [await shop("one"), await shop("two")];
    await add(one, "ana@shop.example", "owner");
    const userId = await add(one, "ben@shop.example", "support");
    await add(two, "ben@shop.example", "owner");
    await add(two, "cy@shop.example", "owner");
    await removeMember(database, { merchantId: one, userId, actor: "x" });
    expect(await findPerson(database.db, { email: "ben@shop.example" })).not.toBeNull();
    await removeMember(database, { merchantId: two, userId, actor: "x" });
    expect(await findPerson(database.db, { email: "ben@shop.example" })).toBeNull();
  });

  test("a member of another shop cannot be changed from here", async () => {
    const [mine, theirs] = [await shop("mine"), await shop("theirs")];
    await add(mine, "ana@shop.example", "owner");
    const userId = await add(theirs, "ben@shop.example", "support");
    const change = { merchantId: mine, userId, actor: "ana" };
    await expect(removeMember(database, change)).rejects.toMatchObject({ code: "not_found" });
    await expect(setMemberRole(database, { ...change, role: "owner" })).rejects.toMatchObject({ code: "not_found" });
    expect(await people(theirs)).toEqual(["ben@shop.example support"]);
  });
});

describe("the first owner", () => {
  const owner = {
    name: "Ana",
    email: "ana@shop.example",
    password: "a porch light at night",
    shop: { name: "Café Élan", currency: "EUR", zone: "Europe/Paris", locale: "en" },
  };
  const deps = () => ({ ...database, keys, hashPassword });

  test("gets a new shop where there is none", async () => {
    expect(await setUpState(database)).toEqual({ isOpen: true, hasShop: false });
    await setUp(deps(), owner);
    const { id: userId = "" } = (await findPerson(database.db, { email: owner.email })) ?? {};
    const [first] = await shopsOfPerson(database, { userId });
    expect(first).toEqual({ slug: "cafe-elan", name: "Café Élan", role: "owner" });
    expect(await setUpState(database)).toEqual({ isOpen: false, hasShop: true });
    shops.set("cafe-elan", (await enterDesk(database, { slug: "cafe-elan", userId }))?.merchant.id ?? "");
  });

  test("gets all the shops there are; of several at once one is the owner, and nobody afterwards", async () => {
    await shop("one");
    await shop("two");
    const tries = ["ana", "ben", "cy"].map((name) => setUp(deps(), { ...owner, email: `${name}@shop.example` }));
    const ended = await Promise.allSettled(tries);
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const merchantId of shops.values()) expect(await people(merchantId)).toHaveLength(1);
    await expect(setUp(deps(), { ...owner, email: "di@shop.example" })).rejects.toMatchObject({ code: "conflict" });
  });
});
