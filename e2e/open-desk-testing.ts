import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Temporal } from "temporal-polyfill";
import { carrierAccountsOf } from "#db/queries/carrier-accounts.ts";
import { deskQueue } from "#db/queries/desk-queue.ts";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { keepDeskItems } from "#db/queries/keep-desk-items.ts";
import { ordersByTime } from "#db/queries/links.ts";
import { savePasswordHash } from "#db/queries/people.ts";
import { merchantIdBySlug } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase } from "#db/testing.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Role } from "#lib/kernel/role.ts";
import { startMailServer } from "#lib/messages/smtp-testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import type { CleanUp } from "#lib/runtime/on-shutdown.ts";
import { addMember } from "#lib/use-cases/access/add-member.ts";
import { setUpCode } from "#lib/use-cases/access/set-up-code.ts";
import { reconcileDesk } from "#lib/use-cases/desk/reconcile-desk.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { writeDrafts } from "#lib/use-cases/orders/write-drafts.ts";
import { receiveUpload } from "#lib/use-cases/uploads/receive-upload.ts";
import type { DemoShops } from "./demo-shops.ts";
import { startNextServer } from "./next-server.ts";

type Deps = Parameters<typeof addMerchant>[0];
type Desk = NonNullable<DemoShops["desk"]>;

const PASSWORD = "a lamp above the porch";
const SHOP = "maison-alder";
const OTHER = "voltgarten";
const MALLORYS = "mallorys";
/** Each shop's parcel has its own number: what stands in two shops would look like a leak. */
const TRIAL_NUMBERS: Readonly<Record<string, string>> = {
  [SHOP]: "1Z12345E0205271688",
  [OTHER]: "1Z12345E6605272234",
};
/** Where everything goes wrong: its queue is full. */
const BUSY = "busy-maison-alder";
/** One of each role, and an owner of another shop; one more of each for a journey that uses up tries or roles, or ends sessions. */
const PEOPLE: readonly (readonly [name: string, shop: string, role: Role])[] = [
  ["owner", SHOP, "owner"],
  ["editor", SHOP, "editor"],
  ["support", SHOP, "support"],
  ["outsider", OTHER, "owner"],
  ["several", SHOP, "owner"],
  ["several", OTHER, "support"],
  ["mallory", MALLORYS, "owner"],
  ["mallory-fuzzing", MALLORYS, "owner"],
  ["tea", "alishan-tea", "editor"],
  ["door-support", SHOP, "support"],
  ["door-editor", SHOP, "editor"],
  ...["phone", "desktop"].flatMap((project) => [
    [`worker-${project}`, SHOP, "owner"] as const,
    [`guessed-${project}`, SHOP, "support"] as const,
    [`mailed-${project}`, SHOP, "support"] as const,
    [`leaver-${project}`, SHOP, "support"] as const,
    [`keeper-${project}`, SHOP, "support"] as const,
  ]),
  ["ben", BUSY, "support"],
  ["eve", BUSY, "support"],
];

/** People at the desks of two of the demo's shops, who all have one password. */
export async function openDesk(deps: Deps): Promise<Omit<Desk, "letters" | "fresh" | "databaseUrl" | "brandless">> {
  await openMallorysShop(deps);
  await letIn(deps, PEOPLE);
  for (const slug of [SHOP, OTHER, BUSY]) await fillQueue(deps, slug);
  return {
    ...{ password: PASSWORD, slug: SHOP, otherSlug: OTHER, mallorySlug: MALLORYS },
    parts: await partsOf(deps, SHOP),
    otherParts: await partsOf(deps, OTHER),
    malloryParts: await partsOf(deps, MALLORYS),
  };
}

/** Makes people members of shops; all have the one password. */
export async function letIn(deps: Deps, people: typeof PEOPLE): Promise<void> {
  const hash = await hashPassword(PASSWORD);
  for (const [name, slug, role] of people) {
    const merchantId = (await merchantIdBySlug(deps.db, slug)) ?? "";
    const member = { merchantId, email: `${name}@desk.example`, name, role, actor: "trial" };
    const { person } = await addMember(deps, member);
    await savePasswordHash(deps.db, { userId: person.id, hash });
  }
}

/** A shop of its own for who means harm. */
async function openMallorysShop(deps: Deps): Promise<void> {
  const place = { currency: "GBP", zone: "Europe/London", locale: "en", storefrontUrl: null, supportEmail: null };
  await addMerchant(deps, { ...place, slug: MALLORYS, name: "Mallory's", sandbox: true });
}

/** An order with a parcel that no other journey looks at: each of its doors can be tried, and its link be revoked. */
async function addTrialOrder(deps: Deps, merchantId: MerchantId, slug: string): Promise<void> {
  const money = { currency: "GBP", subtotalMinor: 1, shippingMinor: 0, taxMinor: 0, discountMinor: 0, totalMinor: 1 };
  const unsaid = { shippingMethod: null, financialStatus: null, note: null, neededBy: null, cancelledAt: null };
  const who = { email: `shopper@${slug}.example`, shopperName: `Somebody of ${slug}`, acceptsMarketing: null };
  const line = { sku: "M-1", title: "Mask", quantity: 1, unitPriceMinor: 1, requiresShipping: true };
  const order = { number: "M-1", placedAt: "2026-11-01T10:00:00Z", shipTo: null, promise: null, lines: [line] };
  const parcel = {
    orderNumber: "M-1",
    carrier: "ups",
    trackingNumber: TRIAL_NUMBERS[slug] ?? "1Z999AA10123456784",
    shippedAt: null,
    skus: null,
  };
  await writeDrafts(deps, {
    ...{ merchantId, source: "trial", now: Temporal.Now.instant() },
    drafts: [
      { kind: "order", ...order, ...money, ...unsaid, ...who },
      { kind: "shipment", ...parcel },
    ],
  });
}

/** Ids that fill the further parts of a door's address, by the part's name: a room whose addresses have others adds them here. */
async function partsOf(deps: Deps, slug: string): Promise<Readonly<Record<string, string>>> {
  const { db } = deps;
  const merchantId = await merchantIdBySlug(db, slug);
  if (merchantId === null) throw new Error(`There is no shop ${slug}`);
  await addTrialOrder(deps, merchantId, slug);
  const file = { merchantId, actor: "trial", fileName: "seating plan.csv", kind: null };
  const upload = await receiveUpload({ db }, { ...file, chunks: Readable.from([Buffer.from("Table,Guest\n4,Ana\n")]) });
  return withTenant(db, merchantId, async (tx) => {
    const [first] = await ordersByTime(tx, { merchantId, after: null, limit: 1 });
    const orderId = (await findOrderByNumber(tx, { merchantId, number: "M-1" }))?.id ?? "";
    const [account] = await carrierAccountsOf(tx, { merchantId });
    // A demo's shops may be calm: each has one thing that somebody has to look at.
    const sinceMs = Temporal.Now.instant().epochMilliseconds;
    const about = {
      subjectId: orderId,
      topic: "voice",
      kind: "wrong",
      shipmentId: null,
      severity: 1,
      sinceMs,
    } as const;
    await keepDeskItems(tx, { merchantId, concerns: [{ ...about, attendByMs: sinceMs, orderId, shopperId: null }] });
    const filter = { topic: "voice", whose: null, when: "open" } as const;
    const [item] = await deskQueue(tx, { merchantId, filter, after: null, limit: 1 });
    return { order: orderId, first: first?.id ?? "", account: account?.id ?? "", item: item?.id ?? "", upload };
  });
}

/** Looks through a shop for what needs a person, as the worker does each hour. */
export async function fillQueue({ db }: Pick<Deps, "db">, slug: string): Promise<void> {
  const merchantId = await merchantIdBySlug(db, slug);
  if (merchantId !== null) await reconcileDesk({ db, stopping: new AbortController().signal }, { merchantId });
}

/** A mail server that puts each mail into a folder, a file each, in the order in which they came. */
export async function openLetterBox(cleanUp: CleanUp): Promise<{ readonly smtpUrl: string; readonly letters: string }> {
  const letters = mkdtempSync(join(tmpdir(), "porchlight-letters-"));
  cleanUp.push(async () => rmSync(letters, { recursive: true, force: true }));
  let count = 0;
  const server = await startMailServer({
    onData(stream, _, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        count += 1;
        writeFileSync(join(letters, `${String(count).padStart(4, "0")}.eml`), Buffer.concat(chunks));
        done();
      });
    },
  });
  cleanUp.push(server.close);
  return { smtpUrl: server.url, letters };
}

/** The same build on an empty database: nobody has set it up, and it sends no mail. */
export async function openFreshServer(
  input: { readonly clusterUrl: string; readonly folder: string },
  cleanUp: CleanUp,
): Promise<Desk["fresh"]> {
  const database = await createTestDatabase(input.clusterUrl);
  cleanUp.push(database.drop);
  const keysText = newKeyRingText("fresh");
  const server = await startNextServer({
    folder: input.folder,
    healthPath: "/api/health",
    env: (baseUrl) => ({ DATABASE_APP_URL: database.appUrl, PORCHLIGHT_KEYS: keysText, PUBLIC_URL: baseUrl }),
  });
  cleanUp.push(server.stop);
  return { baseUrl: server.baseUrl, code: setUpCode(keyRingFrom(keysText)) };
}
