import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { remediesDue } from "#db/queries/remedies.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { linkedOrders } from "#lib/use-cases/links/linked-orders-testing.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { chooseRemedy, takeBackRemedy } from "./choose-remedy.ts";
import { LATE_NOW, lateParcels } from "./delays-testing.ts";
import type { RemedyToChoose } from "./read-remedy-form.ts";
import { settleRemedy } from "./settle-remedy.ts";

const ORDERS = 12;
let database: TestDatabase;
let merchantId: MerchantId;
let tokens: readonly string[];
let used = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ merchantId, tokens } = await linkedOrders(database, ORDERS));
});
afterAll(() => database.drop());

const query = (text: string) =>
  withTenant(database.db, merchantId, async (tx) => [...(await tx.execute(sql.raw(text)))]);

/** An order with so many late parcels, none of which another test knows. */
async function lateOrder(parcels = 1) {
  used += 1;
  const [order] = await query(`select id from orders where number = '#${used}'`);
  const orderId = String(order?.id);
  const late = await lateParcels(database, { merchantId, orderId, count: parcels });
  const token = tokens[used - 1] ?? "";
  const none = { words: null, address: null };
  const wish = { remedy: "wait", parcelNumber: 1, details: none, requestKey: null } as const;
  return {
    ...{ token, orderId, late },
    choose: async (given: Partial<RemedyToChoose>) =>
      (await chooseRemedy({ db: database.db, keys, now: LATE_NOW }, { token, ...wish, ...given })).kind,
    takeBack: async (remedyId: string) => (await takeBackRemedy({ db: database.db, keys }, { token, remedyId })).kind,
    stored: () =>
      query(`select remedy, state, request from remedies where order_id = '${orderId}' order by chosen_at, id`),
    last: async () => {
      const [row] = await query(
        `select id from remedies where order_id = '${orderId}' order by chosen_at desc, id desc limit 1`,
      );
      return String(row?.id);
    },
  };
}
const words = (text: string) => ({ words: text, address: null });
const settle = (remedyId: string, state: "accepted" | "done" | "declined") =>
  settleRemedy({ db: database.db }, { merchantId, remedyId, state, actor: "member" });

describe("choosing", () => {
  test("waits at the desk with a due time, is asked of the shop, and stands in the audit without a word of the shopper's", async () => {
    const order = await lateOrder();
    expect(await order.choose({ remedy: "refund", details: words("It was for a birthday.") })).toBe("chosen");
    expect(await order.stored()).toEqual([{ remedy: "refund", state: "waiting", request: "queued" }]);
    const desk = await withTenant(database.db, merchantId, (tx) =>
      remediesDue(tx, { merchantId, after: null, limit: 10 }),
    );
    const waiting = { orderNumber: "#1", remedy: "refund", isOverdue: false, shipmentId: order.late[0]?.shipmentId };
    expect(desk).toMatchObject([{ ...waiting, details: words("It was for a birthday.") }]);
    // It closes at 17:00 in London, on a working day after today's.
    expect(desk[0]?.dueAt).toMatch(/ 1[67]:00:00\+00$/);
    const lines = await query(`select actor, action, after from audit where action like 'remedy.%'`);
    expect(lines).toMatchObject([{ actor: "shopper", action: "remedy.chosen", after: { remedy: "refund" } }]);
    expect(JSON.stringify(lines)).not.toContain("birthday");
  });

  test("ten times at once is choosing once", async () => {
    const order = await lateOrder();
    const kinds = await Promise.all(Array.from({ length: 10 }, () => order.choose({ remedy: "refund" })));
    expect(new Set(kinds)).toEqual(new Set(["chosen"]));
    expect(await order.stored()).toHaveLength(1);
    const jobs = sql`select 1 from pgboss.job where name = 'ask-shop' and data->>'id' = ${await order.last()}`;
    expect(await database.ownerDb.execute(jobs)).toHaveLength(1);
  });

  test("all six at once leaves one that waits, whichever it is", async () => {
    const order = await lateOrder();
    await Promise.all(
      (["wait", "reship", "refund", "person", "wait", "refund"] as const).map((remedy) => order.choose({ remedy })),
    );
    expect((await order.stored()).filter(({ state }) => state === "waiting")).toHaveLength(1);
  });

  test("something else lets the first fall, of which the shop is told, and each parcel has a choice of its own", async () => {
    const order = await lateOrder(2);
    await order.choose({ remedy: "reship" });
    await order.choose({ remedy: "wait" });
    await order.choose({ remedy: "person", parcelNumber: 2 });
    expect(await order.stored()).toEqual([
      { remedy: "reship", state: "taken_back", request: "queued" },
      { remedy: "wait", state: "waiting", request: null },
      { remedy: "person", state: "waiting", request: null },
    ]);
  });

  test("other words with the same wish count, and the same wish without any changes nothing", async () => {
    const order = await lateOrder();
    await order.choose({ remedy: "person", details: words("Call in the morning.") });
    await order.choose({ remedy: "person", details: words("Call in the evening.") });
    await order.choose({ remedy: "person" });
    const kept = await query(
      `select state, details->>'words' as words from remedies where order_id = '${order.orderId}' order by chosen_at, id`,
    );
    expect(kept).toEqual([
      { state: "taken_back", words: "Call in the morning." },
      { state: "waiting", words: "Call in the evening." },
    ]);
  });

  test("a form that arrives a second time after its choice was taken back chooses nothing", async () => {
    const order = await lateOrder();
    const form = { remedy: "refund", requestKey: "form-0001" } as const;
    await order.choose(form);
    expect(await order.takeBack(await order.last())).toBe("taken_back");
    expect(await order.choose(form)).toBe("chosen");
    expect(await order.stored()).toMatchObject([{ state: "taken_back" }]);
    // Another form of the same page, which a browser's way back leads to, is another wish.
    expect(await order.choose({ ...form, remedy: "wait" })).toBe("chosen");
    expect(await order.stored()).toMatchObject([{ state: "taken_back" }, { remedy: "wait", state: "waiting" }]);
  });

  test("only what is offered can be chosen, for a parcel that is there and late", async () => {
    const order = await lateOrder();
    expect(await order.choose({ remedy: "pickup" })).toBe("refused");
    expect(await order.choose({ remedy: "wait", parcelNumber: 2 })).toBe("refused");
    expect(await order.choose({ remedy: "wait", parcelNumber: null })).toBe("refused");
    await query(`insert into observations (merchant_id, id, shipment_id, kind, effect, status, source, content_hash, instant)
      select merchant_id, gen_random_uuid(), id, 'scan', 'moves', 'delivered', 'poll', 'there', '2026-11-06T09:00:00Z'
      from shipments where order_id = '${order.orderId}' returning 1`);
    expect(await order.choose({ remedy: "wait" })).toBe("refused");
    expect(await order.stored()).toEqual([]);
  });

  test("a link that leads nowhere chooses nothing, and one link not without end", async () => {
    const order = await lateOrder();
    const wish = { remedy: "wait", parcelNumber: 1, details: words("x"), requestKey: null } as const;
    const nowhere = chooseRemedy({ db: database.db, keys, now: LATE_NOW }, { token: "A".repeat(22), ...wish });
    await expect(nowhere).rejects.toMatchObject({ code: "not_found" });
    const kinds = await Promise.all(Array.from({ length: 22 }, () => order.choose({})));
    expect(kinds.filter((kind) => kind === "limited")).toHaveLength(2);
  });
});

describe("taking back", () => {
  test("works until the shop acted, once more changes nothing, and nobody takes back another order's choice", async () => {
    const [order, other] = [await lateOrder(), await lateOrder()];
    await order.choose({ remedy: "refund" });
    const remedyId = await order.last();
    expect(await other.takeBack(remedyId)).toBe("refused");
    expect(await order.takeBack(remedyId)).toBe("taken_back");
    expect(await order.takeBack(remedyId)).toBe("taken_back");
    await order.choose({ remedy: "reship" });
    await settle(await order.last(), "accepted");
    expect(await order.takeBack(await order.last())).toBe("refused");
    expect(await order.choose({ remedy: "refund" })).toBe("refused");
  });
});

describe("settling", () => {
  test("is written once with who did it, and what the shop declined leaves the rest to choose", async () => {
    const order = await lateOrder();
    await order.choose({ remedy: "refund" });
    const remedyId = await order.last();
    await settle(remedyId, "declined");
    await settle(remedyId, "declined");
    await expect(settle(remedyId, "done")).rejects.toMatchObject({ code: "conflict" });
    const lines = await query(`select actor, before, after from audit where action = 'remedy.settled'
      and subject = '${remedyId}'`);
    expect(lines).toMatchObject([{ actor: "member", before: { state: "waiting" }, after: { state: "declined" } }]);
    expect(await order.choose({ remedy: "refund" })).toBe("refused");
    expect(await order.choose({ remedy: "person" })).toBe("chosen");
    await settle(await order.last(), "done");
    expect(await order.choose({ remedy: "person" })).toBe("chosen");
    await expect(settle("01a2036d-0952-7000-8d6b-3c91fbe96e1d", "done")).rejects.toMatchObject({ code: "not_found" });
  });
});
