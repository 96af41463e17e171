import "server-only";
import { Temporal } from "temporal-polyfill";
import type { Merchant } from "#db/queries/merchants.ts";
import { type SampleProduct, sampleProducts } from "#db/queries/sample-products.ts";
import { withTenant } from "#db/tenant.ts";
import { inLight } from "#lib/brand/draft/shown-style.ts";
import { recorded } from "#lib/brand/languages/recorded.ts";
import { type SentenceKey, type Voice, voiceOf } from "#lib/brand/languages/voice.ts";
import { chooseLocale } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { PageNotice } from "#lib/promise/page/page-notice.ts";
import { type SceneItem, sceneFrom } from "#lib/promise/scenes/scene.ts";
import { scenePage } from "#lib/promise/scenes/scene-page.ts";
import type { OfferRow } from "#lib/recommend/page/offer-row.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { type AskedLook, brandLook } from "#lib/use-cases/brand/brand-look.ts";
import { context } from "./context.ts";
import { deskReader } from "./desk-reader.ts";

export type BrandPreview = {
  readonly brand: BrandTokens;
  /** Of the draft; null for a look that changes no more. */
  readonly revision: number | null;
  readonly voice: Voice;
  /** Filled while the page is drawn. */
  readonly said: ReadonlySet<SentenceKey>;
  readonly page: TrackingPage;
  readonly notices: readonly PageNotice[];
  readonly row: OfferRow | null;
};

type Query = Readonly<Record<string, string | string[] | undefined>>;

const THINGS = 2;
const OFFERED = 3;

/** The real page as a shopper would see it: in the look, state, language and light that are asked for. Null for no such version. */
export async function brandPreview(merchant: Merchant, query: Query): Promise<BrandPreview | null> {
  const { db } = context();
  const [found, products, { say }] = await Promise.all([
    brandLook({ db }, { merchantId: merchant.id, look: lookFrom(query) }),
    withTenant(db, merchant.id, (tx) => sampleProducts(tx, { merchantId: merchant.id, limit: THINGS + OFFERED })),
    deskReader(),
  ]);
  if (found === null) return null;
  const brand = inLight(found.tokens, query.scheme === "dark" ? "dark" : "light");
  const locale = chooseLocale([textOf(query.locale)], brand);
  const { voice, said } = recorded(voiceOf(locale, brand.words));
  const items = products.slice(0, THINGS).map((product) => itemOf(product, merchant.slug));
  const shop = {
    zone: merchant.zone,
    currency: merchant.currency,
    hasSupport: brand.supportEmail !== null,
    items: items.length > 0 ? items : [{ title: say("brand.sampleThing"), picturePath: null }],
  };
  const scene = sceneFrom(textOf(query.scene)) ?? "on_its_way";
  const told = scenePage(scene, shop, Temporal.Now.instant());
  return {
    brand,
    revision: found.revision,
    voice,
    said,
    ...told,
    row: scene === "delivered" ? rowOf(products, merchant.slug) : null,
  };
}

function lookFrom({ version, of }: Query): AskedLook {
  const number = Number(textOf(version));
  if (Number.isSafeInteger(number) && number > 0) return { version: number };
  return of === "published" ? "published" : "draft";
}

function itemOf({ title, pictureId }: SampleProduct, slug: string): SceneItem {
  return { title, picturePath: pictureId === null ? null : `/media/${slug}/${pictureId}` };
}

/** What would go with it: other things of the shop, for how they look. */
function rowOf(products: readonly SampleProduct[], slug: string): OfferRow | null {
  const cards = products.slice(THINGS).map(({ id, priceMinor, currency, ...product }) => ({
    ...itemOf({ id, priceMinor, currency, ...product }, slug),
    productId: id,
    price: priceMinor === null || currency === null ? null : { minor: priceMinor, currency },
    hasPage: false,
    reason: { kind: "popular" as const },
  }));
  return cards.length === 0 ? null : { cards, sharedReason: { kind: "popular" } };
}

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
