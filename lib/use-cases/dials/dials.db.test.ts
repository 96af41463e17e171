import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findDials } from "#db/queries/dials.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type Frequencies, USUAL_FREQUENCIES } from "#lib/tracking/page/dials.ts";
import { linkedOrders } from "#lib/use-cases/links/linked-orders-testing.ts";
import { withLinkedOrder } from "#lib/use-cases/links/with-linked-order.ts";
import { dialsOf } from "./dials-of.ts";
import type { DialsToSave } from "./read-dials-form.ts";
import { saveDials } from "./save-dials.ts";

const quiet: Frequencies = { ...USUAL_FREQUENCIES, in_transit: "off", delivered: "daily" };
let database: TestDatabase;
let merchantId: MerchantId;
let tokens: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
  ({ merchantId, tokens } = await linkedOrders(database, 4));
});
afterAll(() => database.drop());

const tokenAt = (nth: number) => tokens[nth] ?? "";
const save = (token: string, dials: Partial<DialsToSave>) =>
  saveDials(database, { token, dials: { language: null, neededBy: null, channels: [], ...dials } });
const read = (token: string) =>
  withLinkedOrder(database.db, token, async (tx, order) => {
    const record = await findDials(tx, order);
    return record === null ? null : dialsOf(record);
  });
const consentRows = () =>
  withTenant(database.db, merchantId, async (tx) => [
    ...(await tx.execute(sql`select channel, purpose, granted, source from consents order by recorded_at`)),
  ]);

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
