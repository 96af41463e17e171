import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { linkedOrders } from "#lib/use-cases/links/linked-orders-testing.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { chooseRemedy, takeBackRemedy } from "#lib/use-cases/promises/choose-remedy.ts";
import { LATE_NOW, lateParcels } from "#lib/use-cases/promises/delays-testing.ts";
import { settleRemedy } from "#lib/use-cases/promises/settle-remedy.ts";
import { noteDesk } from "./note-desk.ts";
import { reconcileDesk } from "./reconcile-desk.ts";
import { turnItem } from "./turn-item.ts";

let database: TestDatabase;
let merchantId: MerchantId;
let tokens: readonly string[];
let used = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ merchantId, tokens } = await linkedOrders(database, 6));
});
afterAll(() => database.drop());

const query = (text: string) =>
  withTenant(database.db, merchantId, async (tx) => [...(await tx.execute(sql.raw(text)))]);

async function lateOrder() {
  used += 1;
  const [order] = await query(`select id from orders where number = '#${used}'`);
  const orderId = String(order?.id);
  const [late] = await lateParcels(database, { merchantId, orderId, count: 1 });
  const note = () => withTenant(database.db, merchantId, (tx) => noteDesk(tx, { merchantId, orderIds: [orderId] }));
  return {
    ...{ orderId, token: tokens[used - 1] ?? "", note },
    become: async (what: string) => {
      await query(`update delays set ${what} where id = '${late?.delayId}'`);
      await note();
    },
    open: async () =>
      (
        await query(`select kind from desk_items where order_id = '${orderId}' and resolved_at is null order by kind`)
      ).map(({ kind }) => kind),
    item: async () => {
      const [row] = await query(
        `select id, version, resolved_by from desk_items where order_id = '${orderId}' order by id limit 1`,
      );
      return { itemId: String(row?.id), version: Number(row?.version), resolvedBy: row?.resolved_by };
    },
  };
}

test("the queue follows its causes: what gets graver changes its row, what is solved leaves, what breaks again is back", async () => {
  const order = await lateOrder();
  await order.note();
  expect(await order.open()).toEqual([]);
  await order.become("state = 'stuck'");
  expect(await order.open()).toEqual(["stuck"]);
  await order.become("state = 'lost'");
  expect(await order.open()).toEqual(["lost"]);
  await order.become("solved_at = now()");
  expect(await order.open()).toEqual([]);
  await order.become("solved_at = null");
  expect(await order.open()).toEqual(["lost"]);
  expect(await query(`select 1 from desk_items where order_id = '${order.orderId}'`)).toHaveLength(1);
});

test("what a person put away stays away while nothing changes, and is back when it gets graver", async () => {
  const order = await lateOrder();
  await order.become("state = 'stuck'");
  const item = await order.item();
  const turn = { merchantId, ...item, actor: "ben", turn: { kind: "resolve" } } as const;
  expect(await turnItem({ db: database.db }, turn)).toMatchObject({ kind: "done" });
  await order.note();
  expect(await order.open()).toEqual([]);
  await order.become("state = 'lost'");
  expect(await order.open()).toEqual(["lost"]);
});

test("a choice takes the place of its parcel's trouble, and gives it back when it is taken back", async () => {
  const order = await lateOrder();
  await order.become("state = 'lost', cause = 'probably_lost'");
  const details = { words: null, address: null };
  const wish = { token: order.token, remedy: "reship", parcelNumber: 1, details, requestKey: null } as const;
  await chooseRemedy({ db: database.db, keys, now: LATE_NOW }, wish);
  const [chosen] = await query(`select id from remedies where order_id = '${order.orderId}'`);
  const remedyId = String(chosen?.id);
  if (chosen === undefined) throw new Error("nothing was chosen");
  expect(await order.open()).toEqual(["reship"]);
  await takeBackRemedy({ db: database.db, keys }, { token: order.token, remedyId });
  expect(await order.open()).toEqual(["lost"]);
  await chooseRemedy({ db: database.db, keys, now: LATE_NOW }, wish);
  const [again] = await query(`select id from remedies where order_id = '${order.orderId}' and state = 'waiting'`);
  await settleRemedy({ db: database.db }, { merchantId, remedyId: String(again?.id), state: "accepted", actor: "ben" });
  expect(await order.open()).toEqual(["begun"]);
  await settleRemedy({ db: database.db }, { merchantId, remedyId: String(again?.id), state: "done", actor: "ben" });
  expect(await order.open()).toEqual([]);
});

test("of two people who act at once the second is told by whom, and changes nothing; what was done can be undone", async () => {
  const order = await lateOrder();
  await order.become("state = 'stuck'");
  const { itemId, version } = await order.item();
  const by = (actor: string, turn: Parameters<typeof turnItem>[1]["turn"], seen = version) =>
    turnItem({ db: database.db }, { merchantId, itemId, version: seen, actor, turn });
  const results = await Promise.all([by("ben", { kind: "resolve" }), by("eve", { kind: "resolve" })]);
  expect(results.map(({ kind }) => kind).sort()).toEqual(["conflict", "done"]);
  const conflict = results.find(({ kind }) => kind === "conflict");
  expect(conflict).toMatchObject({ by: (await order.item()).resolvedBy });
  expect(await by("ben", { kind: "reopen" }, version + 1)).toEqual({
    ...{ kind: "done", version: version + 2, undo: { kind: "resolve" } },
  });
  const until = "2026-12-01T08:00:00Z";
  expect(await by("ben", { kind: "snooze", until }, version + 2)).toMatchObject({
    undo: { kind: "snooze", until: null },
  });
  expect(await by("ben", { kind: "assign", to: "nobody-here" }, version + 3)).toEqual({ kind: "gone" });
  const lines = await query(`select action, actor from audit where subject = '${itemId}' order by at, id`);
  expect(lines.map(({ action }) => action)).toEqual(["todo.resolved", "todo.reopened", "todo.snoozed"]);
});

test("what nobody told the queue of is in it after the hourly comparison; a bad review too, an old one not", async () => {
  const order = await lateOrder();
  await query(`update delays set state = 'lost' where order_id = '${order.orderId}'`);
  await query(`insert into products (merchant_id, id, sku, title, title_as_of)
    values ('${merchantId}', '${order.orderId}', 'cup', 'Cup', now())`);
  const review = (rating: number, days: number) =>
    query(`insert into reviews (merchant_id, id, shopper_id, product_id, rating, reviewed_at)
      select merchant_id, gen_random_uuid(), shopper_id, '${order.orderId}', ${rating}, now() - interval '${days} days'
      from orders where id = '${order.orderId}'`);
  await review(1, 1);
  await review(2, 40);
  await review(4, 2);
  const { signal } = new AbortController();
  for (let times = 0; times < 2; times += 1) await reconcileDesk({ db: database.db, stopping: signal }, { merchantId });
  expect(await order.open()).toEqual(["lost"]);
  expect(await query("select kind, facts from desk_items where kind = 'review'")).toEqual([
    { kind: "review", facts: { rating: 1 } },
  ]);
});
