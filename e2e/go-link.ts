import { createHmac } from "node:crypto";
import type { DemoShops } from "./demo-shops.ts";

/** The link as a shop's mail template builds it. */
export function goLink(
  { slug, linkSecret }: Pick<DemoShops["shops"][number], "slug" | "linkSecret">,
  orderNumber: string,
): string {
  const sig = createHmac("sha256", linkSecret).update(orderNumber).digest("hex");
  return `/go/${slug}?${new URLSearchParams({ order: orderNumber, sig })}`;
}
