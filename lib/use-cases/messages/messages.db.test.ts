import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { addJob } from "#db/queries/add-job.ts";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { queueEmail } from "#db/queries/messages.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newId } from "#lib/kernel/ids.ts";
import { smtpMailer } from "#lib/messages/smtp-mailer.ts";
import { refusal, startMailServer, type TestMailServer } from "#lib/messages/smtp-testing.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { revokeLink } from "#lib/use-cases/links/revoke-link.ts";
import { csv, head, keys, openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import { giveUpStale } from "./give-up-stale.ts";
import { requestLinkMail } from "./request-link-mail.ts";
import { sendMessage } from "./send-message.ts";

let database: TestDatabase;
let shop: TestShop;
let other: TestShop;
const cleanUp: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openTestShop(database, "outbox-shop");
  other = await openTestShop(database, "outbox-other");
  await shop.run(
    "orders",
    csv(Array.from({ length: 12 }, (_, nth) => head(`#${nth + 1}`, "A1", { Email: `p${nth + 1}@example.com` }))),
  );
});
afterEach(async () => {
  for (const undo of cleanUp.splice(0)) await undo();
});
afterAll(() => database.drop());

const deps = () => ({ db: database.db, keys });

async function orderId(number: string) {
  const input = { merchantId: shop.merchantId, number };
  const order = await withTenant(database.db, shop.merchantId, (tx) => findOrderByNumber(tx, input));
  if (order === null) throw new Error(`No order ${number}`);
  return order.id;
}

async function request(number: string) {
  await requestLinkMail(deps(), { merchantId: shop.merchantId, orderId: await orderId(number) });
}

async function messageOf(number: string) {
  const [row] = await shop.rows(`
    select m.* from messages m join orders o on o.id = m.order_id where o.number = '#${number}'`);
  if (row === undefined) throw new Error(`No message about ${number}`);
  return { ...row, id: String(row.id) } as Readonly<Record<string, unknown>> & { readonly id: string };
}

/** As if so many minutes had gone by. */
const pass = (number: string, minutes: number) =>
  shop.rows(`update messages m set created_at = m.created_at - interval '${minutes} minutes' from orders o
    where o.id = m.order_id and o.number = '#${number}'`);

async function serverOf(...options: Parameters<typeof startMailServer>): Promise<TestMailServer> {
  const server = await startMailServer(...options);
  cleanUp.push(server.close);
  return server;
}

async function send(number: string, { url }: { readonly url: string }, mailFrom: string | null = null) {
  const { id } = await messageOf(number);
  return sendMessage(
    { ...deps(), mailer: smtpMailer(url, 2_000), publicUrl: "https://track.example.com", mailFrom },
    { merchantId: shop.merchantId, messageId: id },
  );
}

/** What a mail says, with the line breaks of its encoding taken out. */
const textOf = (raw: string | undefined) => (raw ?? "").replaceAll(/=\r\n/g, "").replaceAll("=3D", "=");

test("a link that many ask for at once is in the outbox once", async () => {
  await Promise.all(Array.from({ length: 10 }, () => request("1")));
  expect(await shop.rows("select state, channel, shipment_id from messages")).toEqual([
    { state: "queued", channel: "email", shipment_id: null },
  ]);
});

test("asked for again within ten minutes it is not queued again, sent or not; later it is, as another mail", async () => {
  await request("2");
  const first = await messageOf("2");
  await request("2");
  expect((await messageOf("2")).id).toBe(first.id);
  const server = await serverOf();
  expect(await send("2", server)).toEqual({ kind: "sent" });
  await pass("2", 9);
  await request("2");
  expect(await messageOf("2")).toMatchObject({ id: first.id, state: "sent" });
  await pass("2", 2);
  await request("2");
  const second = await messageOf("2");
  expect(second).toMatchObject({ state: "queued", sent_at: null, reason: null });
  expect(second.id).not.toBe(first.id);
  expect(await shop.count("messages")).toBe(2);
});

test("that each of several mails about an order went out can be told later, and names nobody", async () => {
  const server = await serverOf();
  const ids: string[] = [];
  for (let nth = 0; nth < 2; nth += 1) {
    await request("4");
    ids.push((await messageOf("4")).id);
    expect(await send("4", server)).toEqual({ kind: "sent" });
    await pass("4", 11);
  }
  const noted = await shop.rows(
    "select subject, actor, after from audit where action = 'message.sent' order by at, id",
  );
  const mine = noted.filter(({ subject }) => ids.includes(String(subject)));
  expect(mine.map(({ subject }) => subject)).toEqual(ids);
  expect(mine[0]).toMatchObject({
    actor: "worker",
    after: { orderId: await orderId("4"), milestone: "link_requested" },
  });
  expect(JSON.stringify(noted)).not.toContain("@");
});

test("message and job come together or not at all", async () => {
  const jobs = async () => {
    const [row] = await database.db.execute(sql`select count(*)::int as n from pgboss.job where name = 'send-message'`);
    return Number(row?.n);
  };
  const before = { messages: await shop.count("messages"), jobs: await jobs() };
  const about = { merchantId: shop.merchantId, orderId: await orderId("3"), messageId: newId() };
  const failing = withTenant(database.db, shop.merchantId, async (tx) => {
    await queueEmail(tx, { ...about, milestone: "link_requested", quietMinutes: 10 });
    await addJob(tx, "send-message", { merchantId: about.merchantId, messageId: about.messageId });
    throw new Error("something else failed");
  });
  await expect(failing).rejects.toThrow("something else failed");
  expect({ messages: await shop.count("messages"), jobs: await jobs() }).toEqual(before);
  await request("3");
  expect({ messages: await shop.count("messages"), jobs: await jobs() }).toEqual({
    messages: before.messages + 1,
    jobs: before.jobs + 1,
  });
});

test("another shop neither sees a message, nor queues or sends one about an order that is not its own", async () => {
  expect(await other.count("messages")).toBe(0);
  await requestLinkMail(deps(), { merchantId: other.merchantId, orderId: await orderId("4") });
  expect(await other.count("messages")).toBe(0);
  const server = await serverOf();
  const mail = { ...deps(), mailer: smtpMailer(server.url), publicUrl: "https://track.example.com", mailFrom: null };
  const { id } = await messageOf("1");
  expect(await sendMessage(mail, { merchantId: other.merchantId, messageId: id })).toEqual({ kind: "nothing" });
  expect(server.received).toEqual([]);
});

test("the order's own address gets the order's own link, from the shop, once", async () => {
  await request("5");
  const server = await serverOf();
  expect(await send("5", server)).toEqual({ kind: "sent" });
  expect(await send("5", server)).toEqual({ kind: "nothing" });
  const { token } = await issueLink(deps(), { merchantId: shop.merchantId, orderId: await orderId("5") });
  const message = await messageOf("5");
  expect(server.received).toHaveLength(1);
  const [mail] = server.received;
  expect(mail).toMatchObject({ to: ["p5@example.com"], from: "no-reply@track.example.com" });
  expect(textOf(mail?.raw)).toContain(`https://track.example.com/t/${token}`);
  expect(mail?.raw).toMatch(/^From: "outbox-shop" <no-reply@track\.example\.com>/m);
  expect(mail?.raw).toContain(`Message-ID: <${message.id}@track.example.com>`);
  expect(message).toMatchObject({ state: "sent", reason: null, payload: {} });
  expect(message.sent_at).not.toBeNull();
});

test("the mail is in the language that the shopper chose, else in that of the order", async () => {
  const server = await serverOf();
  const subject = async (number: string, set: string) => {
    await shop.rows(`update shoppers set ${set} where email_key = 'p${number}@example.com'`);
    await request(number);
    await send(number, server, "orders@example.com");
    return server.received.at(-1);
  };
  const german = await subject("6", "locale = 'de'");
  expect(german?.from).toBe("orders@example.com");
  expect(german?.raw).toContain('lang=3D"de"');
  expect((await subject("7", "locale = 'de', chosen_locale = 'th'"))?.raw).toContain('lang=3D"th"');
});

test("two senders at once send one mail", async () => {
  await request("8");
  const server = await serverOf({ onRcptTo: (_, __, done) => void pause(300).then(() => done()) });
  const outcomes = await Promise.all([send("8", server), send("8", server), send("8", server)]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["later", "later", "sent"]);
  expect(server.received).toHaveLength(1);
});

test("a sender that died leaves the mail to another, which sends it under the same id", async () => {
  await request("9");
  await shop.rows(`update messages m set payload = jsonb_build_object('leaseUntil', now() + interval '40 seconds')
    from orders o where o.id = m.order_id and o.number = '#9'`);
  const server = await serverOf();
  expect(await send("9", server)).toEqual({ kind: "later", reason: "being_sent" });
  await shop.rows(`update messages m set payload = jsonb_build_object('leaseUntil', now() - interval '1 second')
    from orders o where o.id = m.order_id and o.number = '#9'`);
  const { id } = await messageOf("9");
  expect(await send("9", server)).toEqual({ kind: "sent" });
  expect(server.received[0]?.raw).toContain(`Message-ID: <${id}@track.example.com>`);
});

test("what the mail server refuses for good is given up, and the reason holds no address", async () => {
  await request("10");
  const server = await serverOf({ onRcptTo: ({ address }, _, done) => done(refusal(550, address)) });
  expect(await send("10", server)).toEqual({ kind: "given_up", reason: "mail_server_refused_550" });
  const message = await messageOf("10");
  expect(message).toMatchObject({ state: "failed", reason: "mail_server_refused_550", payload: {} });
  expect(JSON.stringify(message)).not.toContain("@");
  await request("10");
  await pass("10", 9);
  await request("10");
  expect(await messageOf("10")).toMatchObject({ id: message.id, state: "failed" });
  await pass("10", 2);
  await request("10");
  expect(await messageOf("10")).toMatchObject({ state: "queued", reason: null });
});

test("while the mail server is away the mail waits, and goes when it is back, but not after an hour", async () => {
  await request("11");
  const away = { url: "smtp://127.0.0.1:9" };
  expect(await send("11", away)).toEqual({ kind: "later", reason: "mail_server_unreachable" });
  expect(await messageOf("11")).toMatchObject({ state: "queued", reason: "mail_server_unreachable", payload: {} });
  const server = await serverOf();
  await pass("11", 59);
  expect(await send("11", server)).toEqual({ kind: "sent" });
  await pass("11", 11);
  await request("11");
  await pass("11", 61);
  expect(await send("11", server)).toEqual({ kind: "given_up", reason: "not_sent_in_time" });
  expect(server.received).toHaveLength(1);
});

test("a link that was revoked meanwhile is not sent", async () => {
  await request("12");
  const order = { merchantId: shop.merchantId, orderId: await orderId("12") };
  await revokeLink(deps(), { ...order, actor: "cli" });
  const server = await serverOf();
  expect(await send("12", server)).toEqual({ kind: "given_up", reason: "no_live_link" });
  expect(await messageOf("12")).toMatchObject({ state: "suppressed" });
  expect(server.received).toEqual([]);
});

test("what nobody sent within an hour is given up shop by shop, and nothing else is", async () => {
  await pass("1", 61);
  expect(await giveUpStale(deps(), new AbortController().signal)).toBe(1);
  expect(await messageOf("1")).toMatchObject({ state: "failed", reason: "not_sent_in_time" });
  expect(await messageOf("3")).toMatchObject({ state: "queued" });
  expect(await giveUpStale(deps(), new AbortController().signal)).toBe(0);
});
