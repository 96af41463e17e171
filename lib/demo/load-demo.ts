import type { Temporal } from "temporal-polyfill";
import type { Db } from "#db/client.ts";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { keepPicture, type Picture } from "#db/queries/pictures.ts";
import { storePicture } from "#db/queries/store-picture.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Draft } from "#lib/orders/drafts.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { publishBrand } from "#lib/use-cases/brand/publish-brand.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { rebuildNumbers } from "#lib/use-cases/numbers/count-numbers.ts";
import { writeDrafts } from "#lib/use-cases/orders/write-drafts.ts";
import { learnRecommendations } from "#lib/use-cases/recommend/learn-recommendations.ts";
import { setRules } from "#lib/use-cases/rules/set-rules.ts";
import { demoBrands } from "./brands.ts";
import { demoDelayRules } from "./delay-rules.ts";
import { demoDrafts, landmarkOrder } from "./demo-drafts.ts";
import { type DemoLink, demoLinks } from "./demo-links.ts";
import { type DemoMerchant, type DemoSlug, demoMerchants, demoSlugs } from "./merchants.ts";
import { demoHero } from "./pictures/demo-heroes.ts";
import { demoPictures } from "./pictures/demo-pictures.ts";
import { demoRecommendRules } from "./recommend-rules.ts";

export type LoadDemoDeps = {
  readonly db: Db;
  readonly keys: KeyRing;
  /** All dates of the demo lie around this moment's day in each shop's zone. */
  readonly now: Temporal.Instant;
  readonly onProgress?: (step: string, done: number, total: number) => void;
};

/**
 * Puts the demo shops into the database, once: a shop whose orders are there is left as it is, so its dates stand still.
 * A load that was broken off is completed by the next one. Returns links that each show something of their own.
 */
export async function loadDemo(deps: LoadDemoDeps): Promise<{ readonly links: readonly DemoLink[] }> {
  const merchants = new Map<DemoSlug, MerchantId>();
  for (const [index, slug] of demoSlugs.entries()) {
    const merchant = demoMerchants[slug];
    const { merchantId } = await addMerchant(deps, merchant);
    merchants.set(slug, merchantId);
    if (await hasOrders(deps.db, merchantId, slug)) continue;
    const tell = (step: string, done: number) =>
      deps.onProgress?.(`${merchant.name}: ${step}`, index * STEPS + done, demoSlugs.length * STEPS);
    await fillShop(deps, merchantId, merchant, tell);
  }
  return { links: await demoLinks(deps, merchants) };
}

/** Products, pictures, orders. */
const STEPS = 3;

/** The orders come last and in one transaction, so where one is, everything is. */
async function fillShop(
  deps: LoadDemoDeps,
  merchantId: MerchantId,
  merchant: DemoMerchant,
  tell: (step: string, done: number) => void,
): Promise<void> {
  const { products, history } = demoDrafts(merchant.slug, todayOf(merchant, deps.now));
  tell("products", 0);
  await dress(deps.db, merchantId, merchant.slug);
  await setRules(deps, { merchantId, kind: "delay", rules: demoDelayRules[merchant.slug], actor: "demo" });
  await setRules(deps, { merchantId, kind: "recommend", rules: demoRecommendRules[merchant.slug], actor: "demo" });
  await write(deps, merchantId, products);
  tell("pictures", 1);
  await hangPictures(deps.db, merchantId, merchant.slug);
  tell("orders", 2);
  await write(deps, merchantId, history);
  await learnRecommendations({ db: deps.db }, { merchantId });
  await rebuildNumbers({ db: deps.db }, { merchantId });
}

async function write(deps: LoadDemoDeps, merchantId: MerchantId, drafts: readonly Draft[]): Promise<void> {
  const outcomes = await writeDrafts(deps, { merchantId, drafts, source: "demo", now: deps.now });
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.kind !== "rejected") continue;
    throw new Error(`The demo's ${drafts[index]?.kind} was refused (${outcome.column}): ${outcome.reason}`);
  }
}

/** The brand, and before it the picture that it shows. */
async function dress(db: Db, merchantId: MerchantId, slug: DemoSlug): Promise<void> {
  const hero = demoHero(slug);
  if (hero !== null) await withTenant(db, merchantId, (tx) => keepPicture(tx, { merchantId, ...drawing(hero) }));
  await publishBrand({ db }, { merchantId, tokens: demoBrands[slug], actor: "demo" });
}

function hangPictures(db: Db, merchantId: MerchantId, slug: DemoSlug): Promise<void> {
  return withTenant(db, merchantId, async (tx) => {
    for (const [sku, svg] of demoPictures(slug)) {
      await storePicture(tx, { merchantId, sku, ...drawing(svg) });
    }
  });
}

/** Our own drawings are trusted to be SVG; merchants' files never are. */
function drawing(svg: string): Picture {
  return { contentType: "image/svg+xml", bytes: new TextEncoder().encode(svg) };
}

async function hasOrders(db: Db, merchantId: MerchantId, slug: DemoSlug): Promise<boolean> {
  const key = { merchantId, number: landmarkOrder(slug) };
  return (await withTenant(db, merchantId, (tx) => findOrderByNumber(tx, key))) !== null;
}

function todayOf(merchant: DemoMerchant, now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(merchant.zone).toPlainDate();
}
