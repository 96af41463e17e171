import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Db } from "./client.ts";
import { createTestDatabase, type TestDatabase } from "./testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a server process that dies under a transaction ends the transaction, not this process, and the pool goes on", async () => {
  const { db, close } = connect({ url: database.appUrl, maxConnections: 1 });
  const broken = db.transaction(async (tx) => {
    const [own] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await database.ownerDb.execute(sql`select pg_terminate_backend(${own?.pid ?? 0})`);
    await expect.poll(() => answerOf(tx)).toBe("gone");
    await tx.execute(sql`select 2`);
  });
  await expect(broken).rejects.toThrow();
  // One more query may still meet the dying connection; after it there is a new one.
  await expect.poll(() => answerOf(db), { timeout: 8_000 }).toBe("alive");
  await close();
});

function answerOf(connection: Pick<Db, "execute">): Promise<"alive" | "gone"> {
  return connection.execute(sql`select 1`).then(
    () => "alive" as const,
    () => "gone" as const,
  );
}
