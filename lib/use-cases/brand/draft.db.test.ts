import { desc, eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { brandVersionsOf } from "#db/queries/brands.ts";
import { audit } from "#db/schema/index.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { BrandChange } from "#lib/brand/draft/draft-changes.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { brandDraft } from "./brand-draft.ts";
import { changeDraft } from "./change-draft.ts";
import { discardDraft, publishDraft, resumeDraft } from "./end-draft.ts";
import { hangDraftPicture, takeDownDraftPicture } from "./hang-draft-picture.ts";
import { publishBrand } from "./publish-brand.ts";

let database: TestDatabase;
let merchantId: MerchantId;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  const shop = { name: "Shop", currency: "EUR", zone: "Europe/Berlin", locale: "de", sandbox: false };
  const slug = `draft-shop-${++shops}`;
  const added = await addMerchant(
    { db: database.db, keys },
    { ...shop, slug, storefrontUrl: null, supportEmail: null },
  );
  merchantId = added.merchantId;
  await publishBrand(deps(), { merchantId, tokens: { name: "Two Lines", accent: "#c2410c" } });
});

const deps = () => ({ db: database.db });
const change = (actor: string, ...changes: readonly BrandChange[]) =>
  changeDraft(deps(), { merchantId, actor, changes });
const draft = () => brandDraft(deps(), { merchantId });
const name = (was: string, is: string) => ({ path: ["name"], was, is });
const actions = () =>
  withTenant(database.db, merchantId, async (tx) => {
    const rows = await tx.select().from(audit).where(eq(audit.merchantId, merchantId)).orderBy(desc(audit.id));
    return rows.map(({ actor, action, before, after }) => ({ actor, action, before, after }));
  });

test("a draft changes nothing that shoppers see until it is published, and is written down with who and what", async () => {
  const { draft: begun, clashes } = await change("ada", name("Two Lines", "Three Lines"));
  expect([clashes, begun.isOpen, begun.form.name, begun.published.brand.name]).toEqual([
    [],
    true,
    "Three Lines",
    "Two Lines",
  ]);
  expect(await publishDraft(deps(), { merchantId, actor: "ben", revision: begun.revision })).toEqual({
    version: 2,
    before: 1,
  });
  expect(await draft()).toMatchObject({ isOpen: false, published: { brand: { name: "Three Lines" }, version: 2 } });
  const [published, started] = await actions();
  expect(started).toMatchObject({ actor: "ada", action: "brand.draft_begun", before: { name: "Two Lines" } });
  expect(published).toMatchObject({
    actor: "ben",
    action: "brand.published",
    after: { version: 2, changes: [{ path: ["name"], was: "Two Lines", is: "Three Lines" }] },
  });
  const versions = await withTenant(database.db, merchantId, (tx) => brandVersionsOf(tx, { merchantId }));
  expect(versions.map(({ publishedBy }) => publishedBy)).toEqual(["ben", "cli"]);
});

test("two who change different parts both keep what they did", async () => {
  await change("ada", name("Two Lines", "Three Lines"));
  const { clashes } = await change("ben", { path: ["radius"], was: 8, is: 2 });
  expect(clashes).toEqual([]);
  expect((await draft()).form).toMatchObject({ name: "Three Lines", radius: 2 });
});

test("who changes what somebody else changed meanwhile is told who it was, and nothing is overwritten", async () => {
  await change("ada", name("Two Lines", "Ada's"));
  const { clashes, draft: after } = await change("ben", name("Two Lines", "Ben's"), {
    path: ["radius"],
    was: 8,
    is: 2,
  });
  expect(clashes).toEqual([{ path: ["name"], touch: { by: "ada", at: expect.any(String) } }]);
  expect(after.form).toMatchObject({ name: "Ada's", radius: 2 });
  expect((await change("ben", name("Ada's", "Ben's"))).draft.form.name).toBe("Ben's");
});

test("changes at the same moment: one of two is told, never neither", async () => {
  const both = await Promise.all(["ada", "ben"].map((who) => change(who, name("Two Lines", who))));
  expect(both.flatMap(({ clashes }) => clashes)).toHaveLength(1);
});

test("a draft that changed since it was looked at is not published", async () => {
  const { revision } = (await change("ada", name("Two Lines", "Three Lines"))).draft;
  await change("ben", { path: ["radius"], was: 8, is: 2 });
  const late = publishDraft(deps(), { merchantId, actor: "ada", revision });
  await expect(late).rejects.toMatchObject({ code: "conflict" });
  const none = (await draft()).revision;
  expect(await discardDraft(deps(), { merchantId, actor: "ada" })).toBe(true);
  await expect(publishDraft(deps(), { merchantId, actor: "ada", revision: none })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("what was thrown away can be taken back, until another draft begins", async () => {
  await change("ada", name("Two Lines", "Three Lines"));
  expect(await discardDraft(deps(), { merchantId, actor: "ben" })).toBe(true);
  expect(await draft()).toMatchObject({ isOpen: false, isDiscarded: true, form: { name: "Two Lines" } });
  expect(await resumeDraft(deps(), { merchantId, actor: "ben" })).toBe(true);
  expect((await draft()).form.name).toBe("Three Lines");
  await discardDraft(deps(), { merchantId, actor: "ben" });
  await change("ada", { path: ["radius"], was: 8, is: 2 });
  expect(await resumeDraft(deps(), { merchantId, actor: "ben" })).toBe(false);
  expect((await draft()).form).toMatchObject({ name: "Two Lines", radius: 2 });
});

test("what is not sound is kept as it was typed, and refused with its place when it is published", async () => {
  const { draft: typed } = await change("ada", { path: ["storefrontUrl"], was: null, is: "htt" });
  expect([typed.form.storefrontUrl, typed.look.storefrontUrl]).toEqual(["htt", null]);
  const late = publishDraft(deps(), { merchantId, actor: "ada", revision: typed.revision });
  await expect(late).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("storefrontUrl:") });
});

test("a picture hangs in the draft alone, cut as it was asked for from the upright original, and is taken down again", async () => {
  const halves = await sharp({ create: { width: 200, height: 100, channels: 3, background: "#ff0000" } })
    .composite([
      { input: { create: { width: 100, height: 100, channels: 3, background: "#0000ff" } }, left: 100, top: 0 },
    ])
    .png()
    .toBuffer();
  const file = await sharp(halves).withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer();
  // Upright, it stands on its end: what was left is above.
  const crop = { x: 0, y: 0.5, width: 1, height: 0.5 };
  await hangDraftPicture(deps(), { merchantId, actor: "ada", file, crop, place: { as: "logo" } });
  const { form, published } = await draft();
  expect(form.logo).toMatchObject({ kind: "picture", light: { width: 100, height: 100 } });
  expect(published.brand.logo).toBeNull();
  await expect(
    hangDraftPicture(deps(), { merchantId, actor: "ada", file: Buffer.from("<svg/>"), crop, place: { as: "logo" } }),
  ).rejects.toMatchObject({ code: "invalid" });
  await takeDownDraftPicture(deps(), { merchantId, actor: "ada", place: "logo" });
  expect((await draft()).form.logo).toBeNull();
});
