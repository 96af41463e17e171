import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { brandVersionsOf } from "#db/queries/brands.ts";
import { publishBrandVersion } from "#db/queries/publish-brand-version.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { oldBrands } from "#lib/brand/old-brands-testing.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { findShop } from "#lib/use-cases/find/open-shop.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { findPublicPicture } from "#lib/use-cases/tracking/find-public-picture.ts";
import { hangBrandPicture, type PicturePlace } from "./hang-brand-picture.ts";
import { publishBrand, refuseBrand } from "./publish-brand.ts";
import { publishedBrand } from "./published-brand.ts";
import { restoreBrand } from "./restore-brand.ts";

let database: TestDatabase;
let merchantId: MerchantId;
let slug: string;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  slug = `brand-shop-${++shops}`;
  const shop = { name: "Shop", currency: "EUR", zone: "Europe/Berlin", locale: "de", sandbox: false };
  const added = await addMerchant(
    { db: database.db, keys },
    { ...shop, slug, storefrontUrl: null, supportEmail: null },
  );
  merchantId = added.merchantId;
});

const deps = () => ({ db: database.db });
const publish = (tokens: unknown) => publishBrand(deps(), { merchantId, tokens });
const versions = () => withTenant(database.db, merchantId, (tx) => brandVersionsOf(tx, { merchantId }));
const states = async () => (await versions()).map(({ version, state }) => `${version} ${state}`);
const seen = async () => (await findShop(deps(), slug))?.brand;
const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#c2410c" } })
    .png()
    .toBuffer();
const hang = async (place: PicturePlace, file?: Uint8Array) =>
  hangBrandPicture(deps(), { merchantId, place, file: file ?? (await png(300, 100)) });

const brand = { name: "Two Lines", accent: "#c2410c" };

test("what is published is what shoppers see; what was before is kept", async () => {
  expect(await seen()).toMatchObject({ name: "Shop", locale: "de" });
  expect(await publish(brand)).toEqual({ version: 1 });
  expect(await publish({ ...brand, name: "Three Lines" })).toEqual({ version: 2 });
  expect(await seen()).toMatchObject({ name: "Three Lines", accent: "#c2410c" });
  expect(await states()).toEqual(["2 published", "1 retired"]);
});

test("what is wrong is told in one line each, and nothing is published", async () => {
  const wrong = { name: "A", accent: "red", radius: 90, colour: "#fff" };
  const told = {
    code: "invalid",
    message: expect.stringMatching(/^accent: must be a colour.*\nradius: .+\ncolour: is no setting of a brand$/),
  };
  await expect(publish(wrong)).rejects.toMatchObject(told);
  await expect(refuseBrand(deps(), { merchantId, tokens: wrong })).rejects.toMatchObject(told);
  await expect(publish({ ...brand, colour: "#fff" })).rejects.toMatchObject({
    message: "colour: is no setting of a brand",
  });
  expect(await versions()).toEqual([]);
});

test("a dry run publishes nothing", async () => {
  await refuseBrand(deps(), { merchantId, tokens: brand });
  expect(await versions()).toEqual([]);
});

test("a picture that is not stored cannot be shown", async () => {
  const favicon = { small: "a".repeat(64), large: "b".repeat(64) };
  await expect(publish({ ...brand, favicon })).rejects.toMatchObject({
    message: expect.stringMatching(/^favicon\.small: is no stored picture.*\nfavicon\.large: is no stored picture/),
  });
});

test("one shop's picture cannot be shown by another", async () => {
  await hang({ as: "favicon" });
  const { favicon } = (await seen()) ?? {};
  const shop = { name: "Other", currency: "EUR", zone: "Europe/Berlin", locale: "de", sandbox: false };
  const other = await addMerchant(
    { db: database.db, keys },
    { ...shop, slug: "brand-other", storefrontUrl: null, supportEmail: null },
  );
  const theft = publishBrand(deps(), { merchantId: other.merchantId, tokens: { ...brand, favicon } });
  await expect(theft).rejects.toMatchObject({
    message: expect.stringContaining("favicon.small: is no stored picture"),
  });
});

test("an earlier version comes back as a new one, one of version 0.1 too", async () => {
  await withTenant(database.db, merchantId, (tx) =>
    publishBrandVersion(tx, { merchantId, tokens: oldBrands.voltgarten }),
  );
  await publish(brand);
  expect(await restoreBrand(deps(), { merchantId, version: 1 })).toEqual({ version: 3 });
  expect(await seen()).toMatchObject({ name: "Voltgarten", type: "technical", scheme: "dark" });
  expect(await states()).toEqual(["3 published", "2 retired", "1 retired"]);
  await expect(restoreBrand(deps(), { merchantId, version: 9 })).rejects.toMatchObject({ code: "not_found" });
});

test("a logo is stored, published with its size, and served; the rest of the brand stays as it was", async () => {
  await publish({ ...brand, footerText: "Two Lines Ltd" });
  expect(await hang({ as: "logo" })).toEqual({ version: 2 });
  const logo = (await seen())?.logo;
  expect(logo).toMatchObject({ kind: "picture", light: { width: 300, height: 100 }, dark: null });
  expect((await publishedBrand(deps(), { merchantId })).tokens).toEqual({
    ...brand,
    footerText: "Two Lines Ltd",
    logo,
  });
  const id = logo?.kind === "picture" ? logo.light.pictureId : "";
  expect(await findPublicPicture(deps(), { slug, id })).toMatchObject({ contentType: "image/png" });
});

test("each place gets its picture, and a new logo keeps its dark one", async () => {
  await expect(hang({ as: "logo-dark" })).rejects.toMatchObject({ message: expect.stringContaining("--as logo") });
  await hang({ as: "logo" });
  await hang({ as: "logo-dark" }, await png(200, 100));
  await hang({ as: "logo" }, await png(400, 100));
  await hang({ as: "favicon" });
  await hang({ as: "hero", alt: "A table", url: "https://shop.example" });
  expect(await seen()).toMatchObject({
    logo: { light: { width: 400 }, dark: { width: 200 } },
    favicon: { small: expect.stringMatching(/^[0-9a-f]{64}$/), large: expect.stringMatching(/^[0-9a-f]{64}$/) },
    hero: { alt: "A table", url: "https://shop.example", width: 300, height: 100 },
  });
});

test("a picture that is refused publishes nothing", async () => {
  await expect(hang({ as: "logo" }, Buffer.from("<svg/>"))).rejects.toMatchObject({ code: "invalid" });
  await expect(hang({ as: "hero", alt: "A", url: "javascript:1" })).rejects.toMatchObject({
    message: expect.stringContaining("hero.url"),
  });
  expect(await versions()).toEqual([]);
});

test("changes at the same time all arrive, one after the other", async () => {
  await publish(brand);
  await hang({ as: "logo" });
  await Promise.all([hang({ as: "favicon" }), hang({ as: "hero", alt: "A", url: null }), hang({ as: "logo-dark" })]);
  const after = await seen();
  expect([after?.favicon, after?.hero, after?.logo?.kind === "picture" && after.logo.dark]).not.toContain(null);
  expect((await versions()).length).toBe(5);
});
