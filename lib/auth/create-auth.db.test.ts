import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findPerson } from "#db/queries/people.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMember } from "#lib/use-cases/access/add-member.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { createAuth, type SignInLink } from "./create-auth.ts";
import { newPasswordToken } from "./password-link.ts";

const keys = keyRingFrom(newKeyRingText("k1"));
const PASSWORD = "a porch light at night";
const sent: SignInLink[] = [];
const noteSent = async (link: SignInLink) => void sent.push(link);

let database: TestDatabase;
let merchantId: string;
let auth: ReturnType<typeof createAuth>;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  auth = createAuth({ db, keys, publicUrl: "https://desk.example", sendSignInLink: noteSent });
  const shop = { slug: "shop", name: "Shop", currency: "EUR", zone: "Europe/Paris", locale: "en" };
  ({ merchantId } = await addMerchant(
    { db, keys },
    { ...shop, sandbox: false, storefrontUrl: null, supportEmail: null },
  ));
});
afterAll(() => database?.drop());
beforeEach(() => {
  sent.length = 0;
});

async function personWithPassword(email: string): Promise<void> {
  const member = { merchantId, email, name: "", role: "owner", actor: "test" } as const;
  const { person } = await addMember(database, member);
  const token = await newPasswordToken(auth, { userId: person.id, hours: 1 });
  await auth.api.resetPassword({ body: { token, newPassword: PASSWORD } });
}

async function cookieOf(email: string, password = PASSWORD): Promise<string> {
  const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
  return headers.getSetCookie().join("\n");
}

function sessionOf(setCookie: string) {
  return auth.api.getSession({ headers: new Headers({ cookie: setCookie.split(";")[0] ?? "" }) });
}

test("a password signs in, case of the address aside, with a cookie that scripts and other sites cannot use", async () => {
  await personWithPassword("ana@shop.example");
  const cookie = await cookieOf("Ana@Shop.example");
  expect(cookie).toMatch(/^__Secure-porchlight\.session_token=/);
  for (const part of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/admin"]) expect(cookie).toContain(part);
  expect((await sessionOf(cookie))?.user.email).toBe("ana@shop.example");
});

test("a wrong password, a person without one and nobody at all are refused alike", async () => {
  await personWithPassword("ben@shop.example");
  await addMember(database, { merchantId, email: "new@shop.example", name: "", role: "support", actor: "test" });
  const refusals = await Promise.all(
    ["ben@shop.example", "new@shop.example", "nobody@shop.example"].map((email) =>
      cookieOf(email, "something else").catch((error: { status: string; body: object }) => [error.status, error.body]),
    ),
  );
  expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
});

test("a session without its signature opens nothing, nor does one that was ended", async () => {
  await personWithPassword("cy@shop.example");
  const cookie = await cookieOf("cy@shop.example");
  const [row] = await database.ownerDb.execute<{ token: string }>(
    sql`select token from auth.session s join auth."user" u on u.id = s.user_id where u.email = 'cy@shop.example'`,
  );
  expect(await sessionOf(`__Secure-porchlight.session_token=${row?.token}`)).toBeNull();
  await auth.api.signOut({ headers: new Headers({ cookie: cookie.split(";")[0] ?? "" }) });
  expect(await sessionOf(cookie)).toBeNull();
});

test("a new password ends every session, and its link works once", async () => {
  await personWithPassword("di@shop.example");
  const cookie = await cookieOf("di@shop.example");
  const userId = (await findPerson(database.db, { email: "di@shop.example" }))?.id ?? "";
  const token = await newPasswordToken(auth, { userId, hours: 1 });
  await auth.api.resetPassword({ body: { token, newPassword: "quite another one" } });
  expect(await sessionOf(cookie)).toBeNull();
  await expect(cookieOf("di@shop.example")).rejects.toThrow();
  await expect(auth.api.resetPassword({ body: { token, newPassword: "a third of them" } })).rejects.toThrow();
  const late = await newPasswordToken(auth, { userId, hours: -1 });
  await expect(auth.api.resetPassword({ body: { token: late, newPassword: PASSWORD } })).rejects.toThrow();
});

test("a password is changed with the present one only, and ends every session but the one that changed it", async () => {
  await personWithPassword("gus@shop.example");
  const [here, there] = [await cookieOf("gus@shop.example"), await cookieOf("gus@shop.example")];
  const headers = new Headers({ cookie: here.split(";")[0] ?? "" });
  const change = (currentPassword: string) =>
    auth.api.changePassword({
      ...{ headers, returnHeaders: true },
      body: { currentPassword, newPassword: "yet another lamp", revokeOtherSessions: true },
    });
  await expect(change("not this one")).rejects.toThrow();
  expect([(await sessionOf(here)) !== null, (await sessionOf(there)) !== null]).toEqual([true, true]);
  const kept = (await change(PASSWORD)).headers.getSetCookie().join("\n");
  expect((await sessionOf(kept))?.user.email).toBe("gus@shop.example");
  expect([await sessionOf(here), await sessionOf(there)]).toEqual([null, null]);
  await expect(cookieOf("gus@shop.example")).rejects.toThrow();
});

test("sessions elsewhere are counted and ended without the one that asks", async () => {
  await personWithPassword("hal@shop.example");
  const [here, there] = [await cookieOf("hal@shop.example"), await cookieOf("hal@shop.example")];
  const headers = new Headers({ cookie: here.split(";")[0] ?? "" });
  expect(await auth.api.listSessions({ headers })).toHaveLength(2);
  await auth.api.revokeOtherSessions({ headers });
  expect([(await sessionOf(here)) !== null, await sessionOf(there)]).toEqual([true, null]);
});

test("a link signs in once; none of what is stored of links or passwords can be followed", async () => {
  await personWithPassword("eve@shop.example");
  const headers = new Headers();
  await auth.api.signInMagicLink({ body: { email: "eve@shop.example" }, headers });
  const userId = (await findPerson(database.db, { email: "eve@shop.example" }))?.id ?? "";
  const tokens = [...sent.map(({ token }) => token), await newPasswordToken(auth, { userId, hours: 1 })];
  expect(tokens).toHaveLength(2);
  const stored = JSON.stringify(await database.ownerDb.execute(sql`select * from auth.verification`));
  for (const token of tokens) expect(stored).not.toContain(token);
  const [first = ""] = tokens;
  const entered = await auth.api.magicLinkVerify({ query: { token: first }, headers, returnHeaders: true });
  expect((await sessionOf(entered.headers.getSetCookie().join("\n")))?.user.email).toBe("eve@shop.example");
  await expect(auth.api.magicLinkVerify({ query: { token: first }, headers })).rejects.toThrow();
  expect(JSON.stringify(await database.ownerDb.execute(sql`select * from auth.account`))).not.toContain(PASSWORD);
});

test("nobody signs up by themselves", async () => {
  const body = { email: "fay@shop.example", password: PASSWORD, name: "Fay" };
  await expect(auth.api.signUpEmail({ body })).rejects.toThrow();
  await auth.api.signInMagicLink({ body: { email: body.email }, headers: new Headers() });
  const [{ token } = { token: "" }] = sent;
  await expect(auth.api.magicLinkVerify({ query: { token }, headers: new Headers() })).rejects.toThrow();
  expect(await findPerson(database.db, { email: body.email })).toBeNull();
});
