import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { checkServerKeys } from "./check-server-keys.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const first = newKeyRingText("k1");
const second = newKeyRingText("k2");
const check = (text: string) => checkServerKeys({ db: database.db, keys: keyRingFrom(text) });

test("the first keys are the database's own; another key, even of the same id, is refused with what to do", async () => {
  await check(first);
  await check(first);
  await expect(check(newKeyRingText("k1"))).rejects.toThrow("was set up with other keys (k1)");
  await expect(check(newKeyRingText("k9"))).rejects.toMatchObject({ code: "invalid" });
});

test("a new key joins beside a known one, and may stay alone once it is known", async () => {
  await check(`${second},${first}`);
  await check(second);
  await expect(check(`${second},${newKeyRingText("k1")}`)).rejects.toThrow("other keys");
});

test("the application may not swap the keys that a database knows", async () => {
  for (const change of [sql`update server_keys set fingerprint = ''`, sql`delete from server_keys`]) {
    await expect(database.db.execute(change)).rejects.toMatchObject({ cause: { code: "42501" } });
  }
});
