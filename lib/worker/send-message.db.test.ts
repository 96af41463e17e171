import { sql } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { smtpMailer } from "#lib/messages/smtp-mailer.ts";
import { refusal, startMailServer } from "#lib/messages/smtp-testing.ts";
import { requestLinkMail } from "#lib/use-cases/messages/request-link-mail.ts";
import { csv, head, keys, openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import type { Job } from "./jobs/job.ts";
import { sendMessageJob } from "./jobs/send-message.ts";
import { startQueue } from "./queue.ts";

let database: TestDatabase;
let shop: TestShop;
const cleanUp: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openTestShop(database, "worked-mail");
  await shop.run("orders", csv(["#1", "#2", "#3"].map((number) => head(number, "A1"))));
});
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});
afterAll(() => database.drop());

async function request(number: string) {
  const { merchantId } = shop;
  const order = await withTenant(database.db, merchantId, (tx) => findOrderByNumber(tx, { merchantId, number }));
  await requestLinkMail({ db: database.db }, { merchantId, orderId: order?.id ?? null });
}

async function work(jobs: readonly Job[]) {
  const log = pino({ level: "silent" });
  const asking = { keys, carriers: new Map(), send: sendHttp, sandbox: { url: "http://127.0.0.1:9", pace: 1 } };
  const stop = await startQueue(database.appUrl, jobs, { db: database.db, log, ...asking });
  cleanUp.push(stop);
}

async function mailServer(...options: Parameters<typeof startMailServer>) {
  const server = await startMailServer(...options);
  cleanUp.push(server.close);
  return server;
}

const sender = (url: string) =>
  sendMessageJob({ mailer: smtpMailer(url), publicUrl: "https://track.example.com", mailFrom: null });

test("what is asked for while no worker has a mail server goes out when one has", async () => {
  await request("1");
  await request("no such order");
  await work([]);
  const server = await mailServer();
  await work([sender(server.url)]);
  await expect.poll(() => server.received.length, { timeout: 20_000 }).toBe(1);
  expect(server.received[0]?.to).toEqual(["ana@example.com"]);
  await expect.poll(() => shop.rows("select state from messages"), { timeout: 10_000 }).toEqual([{ state: "sent" }]);
});

test("two workers send each mail once", async () => {
  const server = await mailServer();
  await Promise.all([work([sender(server.url)]), work([sender(server.url)])]);
  await request("2");
  await expect.poll(() => server.received.length, { timeout: 20_000 }).toBe(1);
  const open = sql`select 1 from pgboss.job where name = 'send-message' and state in ('created', 'active', 'retry')`;
  await expect.poll(async () => (await database.db.execute(open)).length, { timeout: 10_000 }).toBe(0);
  expect(server.received).toHaveLength(1);
});

test("a job whose mail server says come back later is tried again, and its trouble names nobody", async () => {
  const server = await mailServer({ onRcptTo: ({ address }, _, done) => done(refusal(451, address)) });
  await work([sender(server.url)]);
  await request("3");
  const waiting = sql`select output::text as said from pgboss.job where name = 'send-message' and state = 'retry'`;
  await expect.poll(async () => (await database.db.execute(waiting)).length, { timeout: 20_000 }).toBe(1);
  const [job] = await database.db.execute(waiting);
  expect(job?.said).toContain("mail_server_deferred_451");
  expect(job?.said).not.toContain("@example.com");
});
