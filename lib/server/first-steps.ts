import type { DeskCounts } from "#db/queries/desk-counts.ts";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import type { Role } from "#lib/kernel/role.ts";
import { doorFor } from "./desk-rooms.ts";

/** One step to being at home; `href` is null where this role has to leave it to others. */
export type FirstStep = {
  readonly key: "orders" | "brand" | "carriers" | "people";
  readonly title: string;
  readonly text: string;
  readonly href: string | null;
  readonly isDone: boolean;
};

const DOORS = {
  orders: "/admin/shops/[merchant]/imports",
  brand: "/admin/shops/[merchant]/brand",
  carriers: "/admin/shops/[merchant]/carriers/connect",
  people: "/admin/shops/[merchant]/people",
} as const;

/** What a new shop does first, done or not; none once its orders, its look and its carriers are there. */
export function firstSteps(
  counts: DeskCounts,
  { voice, slug, role }: { readonly voice: DeskVoice; readonly slug: string; readonly role: Role },
): readonly FirstStep[] {
  const done = {
    orders: counts.hasOrders,
    brand: counts.hasBrand,
    carriers: counts.carriers > 0,
    people: counts.people > 1,
  };
  if (done.orders && done.brand && done.carriers) return [];
  return (["orders", "brand", "carriers", "people"] as const).map((key) => ({
    key,
    title: voice.say(`queue.steps.${key}.title`),
    text: voice.say(`queue.steps.${key}.text`),
    href: doorFor(DOORS[key], { slug, role }),
    isDone: done[key],
  }));
}
