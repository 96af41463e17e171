import type { KeptOrder, KeptParcel } from "#lib/promise/page/page-notice.ts";
import type { OrderRecord } from "#lib/tracking/page/tracking-page.ts";
import type { SceneTime } from "./scene-time.ts";

/** States that a page can be in, as a shopper lives through them; trouble last. */
export const SCENES = [
  "ordered",
  "preparing",
  "on_its_way",
  "several",
  "customs",
  "out_for_delivery",
  "pickup",
  "delivered",
  "attempted",
  "no_news",
  "at_risk",
  "late",
  "held",
  "lost",
  "returning",
  "cancelled",
] as const;
export type SceneName = (typeof SCENES)[number];

/** A thing that was bought, as the page shows it. */
export type SceneItem = { readonly title: string; readonly picturePath: string | null };

/** For whom a scene is played: the shop's clock, its money, and what it sells. */
export type SceneShop = {
  readonly zone: string;
  readonly currency: string;
  readonly hasSupport: boolean;
  /** At least one. */
  readonly items: readonly SceneItem[];
};

/** An order that nobody placed, and what the desk would have kept of it. */
export type Scene = {
  readonly record: Partial<OrderRecord>;
  /** Of the first parcel, or of what is with the shop. */
  readonly kept?: Partial<KeptParcel>;
  readonly order?: Partial<KeptOrder>;
};

export type SceneContext = { readonly shop: SceneShop; readonly time: SceneTime };
export type MakeScene = (context: SceneContext) => Scene;

/** The scene of a name; what comes from an address may be anything. */
export function sceneFrom(text: string | null | undefined): SceneName | null {
  return SCENES.find((name) => name === text) ?? null;
}
