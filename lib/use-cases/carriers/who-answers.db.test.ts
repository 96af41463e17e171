import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillLargeShop } from "#db/queries/large-shop-testing.ts";
import { tablesScannedBy } from "#db/testing/tables-scanned-by.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";
import type { OrderDraft, ShipmentDraft } from "#lib/orders/drafts.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { writeDrafts } from "#lib/use-cases/orders/write-drafts.ts";
import { chooseAnswering } from "./choose-answering.ts";
import { connectCarrier } from "./connect-carrier.ts";
import { pauseCarrier } from "./pause-carrier.ts";
import { MOST_UNANSWERED, whoAnswers } from "./who-answers.ts";

const keys = keyRingFrom(newKeyRingText("k1"));
const now = Temporal.Instant.from("2026-11-21T12:00:00Z");
const placedFrom = "2026-09-01T00:00:00Z";
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function shop(slug: string, { db } = database): Promise<MerchantId> {
  const place = { name: slug, currency: "GBP", zone: "UTC", locale: "en", storefrontUrl: null, supportEmail: null };
  return (await addMerchant({ db, keys }, { slug, sandbox: false, ...place })).merchantId;
}

async function connect(merchantId: MerchantId, carrier: string, aggregator: boolean): Promise<CarrierAccountId> {
  const account = { merchantId, carrier, label: "main", sandbox: true, aggregator, actor: "test" };
  const credentials = { clientId: "", clientSecret: "sandbox-x" };
  return (await connectCarrier({ db: database.db, keys }, { ...account, credentials })).accountId;
}

function drafts(
  number: string,
  placedAt: string,
  carriers: readonly string[],
): readonly (OrderDraft | ShipmentDraft)[] {
  const money = { currency: "GBP", subtotalMinor: 1, shippingMinor: 0, taxMinor: 0, discountMinor: 0, totalMinor: 1 };
  const unsaid = { shippingMethod: null, financialStatus: null, note: null, neededBy: null, cancelledAt: null };
  const who = { email: `p${number}@example.com`, shopperName: "P", acceptsMarketing: null };
  const line = { sku: "S", title: "Hat", quantity: 1, unitPriceMinor: 1, requiresShipping: true };
  const parcel = { kind: "shipment", orderNumber: number, shippedAt: null, skus: null } as const;
  return [
    { kind: "order", number, placedAt, ...money, ...unsaid, ...who, shipTo: null, promise: null, lines: [line] },
    ...carriers.map((carrier, nth) => ({ ...parcel, carrier, trackingNumber: `T${number}N${nth}` })),
  ];
}

const told = async (merchantId: MerchantId) =>
  (await whoAnswers({ db: database.db }, { merchantId, placedFrom })).map(
    ({ carrier, accounts, isChosen, unanswered }) => ({
      ...{ carrier, isChosen, unanswered },
      accounts: accounts.map((one) => `${one.carrier}${one.isPaused ? " rests" : ""}`),
    }),
  );

test("each carrier has who is asked about its parcels; of those that nobody answers for, orders are counted", async () => {
  const [mine, other] = [await shop("mine"), await shop("other")];
  const write = (merchantId: MerchantId, all: readonly (OrderDraft | ShipmentDraft)[]) =>
    writeDrafts({ db: database.db }, { merchantId, source: "test", now, drafts: all });
  await write(mine, [
    ...drafts("1", "2026-11-01T10:00:00Z", ["royal-mail", "royal-mail"]),
    ...drafts("2", "2026-11-02T10:00:00Z", ["royal-mail"]),
    ...drafts("3", "2026-11-02T10:00:00Z", ["usps"]),
    // Too long ago for anybody to know.
    ...drafts("4", "2026-01-02T10:00:00Z", ["evri"]),
  ]);
  await write(other, drafts("9", "2026-11-02T10:00:00Z", ["gls"]));
  const usps = await connect(mine, "usps", false);
  const own = { carrier: "usps", isChosen: false, unanswered: 0, accounts: ["usps"] };
  expect(await told(mine)).toEqual([{ carrier: "royal-mail", isChosen: false, unanswered: 2, accounts: [] }, own]);
  const easypost = await connect(mine, "easypost", true);
  const both = { ...own, accounts: ["usps", "easypost"] };
  const evri = { carrier: "evri", isChosen: false, unanswered: 0, accounts: ["easypost"] };
  expect(await told(mine)).toEqual([evri, { ...evri, carrier: "royal-mail" }, both]);

  await pauseCarrier({ db: database.db }, { merchantId: mine, accountId: usps, isPaused: true, actor: "test" });
  expect((await told(mine))[2]).toEqual({ ...both, accounts: ["usps rests", "easypost"] });
  const chosen = { merchantId: mine, carrier: "usps", actor: "test" };
  await chooseAnswering({ db: database.db }, { ...chosen, accountIds: [easypost] });
  expect((await told(mine))[2]).toEqual({ ...both, isChosen: true, accounts: ["easypost"] });
  await chooseAnswering({ db: database.db }, { ...chosen, accountIds: [] });
  expect((await told(mine))[2]).toMatchObject({ isChosen: false, accounts: ["usps rests", "easypost"] });
  expect(await told(other)).toEqual([{ carrier: "gls", isChosen: false, unanswered: 1, accounts: [] }]);
});

test("in a large shop orders are counted up to a thousand, without a scan", async () => {
  const large = await createTestDatabase();
  const merchantId = await shop("large", large);
  await large.ownerDb.transaction((tx) => fillLargeShop(tx, merchantId, 20_000));
  await large.ownerDb.execute(sql`analyze`);
  const longAgo = "2020-01-01T00:00:00Z";
  const scanned = await tablesScannedBy(large, async (db) => {
    const [ups] = await whoAnswers({ db }, { merchantId, placedFrom: longAgo });
    expect(ups).toMatchObject({ carrier: "ups", accounts: [], unanswered: MOST_UNANSWERED });
  });
  expect(scanned).toEqual([]);
  await large.drop();
});
