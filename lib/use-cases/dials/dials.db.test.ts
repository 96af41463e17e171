import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { channelsOf, findDials } from "#db/queries/dials.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type Frequencies, USUAL_FREQUENCIES } from "#lib/tracking/page/dials.ts";
import { linkedOrders } from "#lib/use-cases/links/linked-orders-testing.ts";
import { withLinkedOrder } from "#lib/use-cases/links/with-linked-order.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { dialsOf } from "./dials-of.ts";
import type { DialsToSave } from "./read-dials-form.ts";
import { saveDials } from "./save-dials.ts";

const quiet: Frequencies = { ...USUAL_FREQUENCIES, in_transit: "off", delivered: "daily" };
let database: TestDatabase;
let merchantId: MerchantId;
let tokens: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
  ({ merchantId, tokens } = await linkedOrders(database, 7));
});
afterAll(() => database.drop());

const TODAY = "2026-11-05";
const tokenAt = (nth: number) => tokens[nth] ?? "";
const save = (token: string, dials: Partial<DialsToSave>) =>
  saveDials(
    { db: database.db, keys },
    { token, today: TODAY, dials: { language: null, neededBy: null, channels: [], ...dials } },
  );
const read = (token: string) =>
  withLinkedOrder(database.db, token, async (tx, order) => {
    const record = await findDials(tx, order);
    return record === null ? null : dialsOf(record);
  });
const query = (text: string) =>
  withTenant(database.db, merchantId, async (tx) => [...(await tx.execute(sql.raw(text)))]);
const consentRows = () => query("select channel, purpose, granted, source from consents order by recorded_at");

test("who said nothing is told what is usual", async () => {
  expect(await read(tokenAt(0))).toEqual({
    language: null,
    neededBy: null,
    channels: [
      { name: "email", frequencies: USUAL_FREQUENCIES },
      { name: "sms", frequencies: expect.objectContaining({ delivered: "off" }) },
    ],
  });
});

test("what is said hangs on one consent record, and saying it again adds none", async () => {
  const channels = [{ name: "email" as const, frequencies: quiet }];
  await save(tokenAt(0), { channels, language: "de", neededBy: "2026-12-24" });
  await save(tokenAt(0), { channels });
  expect(await read(tokenAt(0))).toMatchObject({ language: "de", neededBy: "2026-12-24" });
  expect((await read(tokenAt(0)))?.channels[0]?.frequencies).toEqual(quiet);
  expect(await consentRows()).toEqual([
    { channel: "email", purpose: "status", granted: true, source: "tracking page" },
  ]);
});

test("turning everything off is a refusal on record, and can be taken back", async () => {
  const off: Frequencies = { ...USUAL_FREQUENCIES };
  const nothing = Object.fromEntries(Object.keys(off).map((milestone) => [milestone, "off"])) as Frequencies;
  await save(tokenAt(1), { channels: [{ name: "email", frequencies: nothing }] });
  expect((await consentRows()).at(-1)).toMatchObject({ granted: false });
  expect((await read(tokenAt(1)))?.channels[0]?.frequencies).toEqual(nothing);
  await save(tokenAt(1), { channels: [{ name: "email", frequencies: quiet }] });
  expect((await read(tokenAt(1)))?.channels[0]?.frequencies).toEqual(quiet);
});

test("a channel that the shop cannot reach somebody by is left alone", async () => {
  await save(tokenAt(2), { channels: [{ name: "push", frequencies: quiet }] });
  expect((await read(tokenAt(2)))?.channels.map(({ name }) => name)).toEqual(["email", "sms"]);
});

test("the day is forgotten when the field is emptied, and stays when it was not sent", async () => {
  await save(tokenAt(3), { neededBy: "2026-12-24" });
  await save(tokenAt(3), { language: "th" });
  expect((await read(tokenAt(3)))?.neededBy).toBe("2026-12-24");
  await save(tokenAt(3), { neededBy: "none" });
  expect((await read(tokenAt(3)))?.neededBy).toBeNull();
});

test("a link that leads nowhere saves nothing", async () => {
  await expect(save("AAAAAAAAAAAAAAAAAAAAAA", { language: "de" })).rejects.toMatchObject({ code: "not_found" });
});

test("a day that is over keeps nobody from saving: sent back as it is stored it stays, and emptied it is forgotten", async () => {
  const token = tokenAt(4);
  await save(token, { neededBy: "2026-12-24" });
  await query(
    "update orders set needed_by = '2026-10-24' where needed_by = '2026-12-24' and number = '#5' returning 1",
  );
  const channels = [{ name: "email" as const, frequencies: quiet }];
  expect(await save(token, { neededBy: "2026-10-24", channels })).toEqual({ kind: "saved" });
  expect(await read(token)).toMatchObject({ neededBy: "2026-10-24", channels: [{ frequencies: quiet }, {}] });
  expect(await save(token, { neededBy: "none", language: "de" })).toEqual({ kind: "saved" });
  expect(await read(token)).toMatchObject({ neededBy: null, language: "de" });
});

test("another day that is over is refused, and nothing else of the form is kept", async () => {
  const channels = [{ name: "email" as const, frequencies: quiet }];
  const before = await read(tokenAt(5));
  expect(await save(tokenAt(5), { neededBy: "2026-11-04", language: "de", channels })).toEqual({ kind: "refused" });
  expect(await read(tokenAt(5))).toEqual(before);
  expect(await save(tokenAt(5), { neededBy: TODAY })).toEqual({ kind: "saved" });
});

test("one link does not fill the ledger: twenty savings at once, and each order has its own", async () => {
  const turned = (nth: number) => ({ ...quiet, shipped: nth % 2 === 0 ? ("off" as const) : ("each" as const) });
  const before = (await consentRows()).length;
  const kinds: string[] = [];
  for (let nth = 0; nth < 25; nth += 1) {
    const { kind } = await save(tokenAt(6), { channels: [{ name: "email", frequencies: turned(nth) }] });
    kinds.push(kind);
  }
  expect(kinds.filter((kind) => kind === "saved")).toHaveLength(20);
  expect(kinds.slice(20)).toEqual(Array.from({ length: 5 }, () => "limited"));
  expect((await consentRows()).length - before).toBe(20);
  expect(await save(tokenAt(0), { language: "en" })).toEqual({ kind: "saved" });
});

test("the day that is stored already is not written again", async () => {
  const rowVersion = () => query("select xmin::text as version from orders where number = '#1'");
  await save(tokenAt(0), { neededBy: "2026-12-20" });
  const before = await rowVersion();
  await save(tokenAt(0), { neededBy: "2026-12-20" });
  expect(await rowVersion()).toEqual(before);
});

test("of a channel's consents only the newest is read, however long the ledger is", async () => {
  await query(`insert into consents (merchant_id, id, shopper_id, channel, purpose, granted, source, recorded_at)
    select merchant_id, gen_random_uuid(), shopper_id, 'email', 'status', true, 'test', now() - n * interval '1 minute'
    from orders, generate_series(1, 3000) n where number = '#1' returning 1`);
  const visited = await withTenant(database.db, merchantId, async (tx) => {
    const shopper = sql`(select shopper_id from orders where number = '#1')`;
    const plan = sql`explain (analyze, format json) select ${channelsOf(sql`${merchantId}::uuid`, shopper)}`;
    return JSON.stringify([...(await tx.execute(plan))]).match(
      /"Relation Name":"consents".*?"Actual Rows":([\d.]+)/,
    )?.[1];
  });
  expect(Number(visited)).toBeLessThanOrEqual(1);
});
