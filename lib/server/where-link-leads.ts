import "server-only";
import type { HostedMerchant } from "#db/queries/hosts.ts";
import type { LinkDoor } from "#db/queries/links.ts";
import { openShop } from "#lib/use-cases/find/open-shop.ts";
import { followGoLink } from "#lib/use-cases/links/follow-go-link.ts";
import { doorOfToken } from "#lib/use-cases/tracking/door-of-token.ts";
import { context } from "./context.ts";
import { statusOf } from "./http-error.ts";
import { logOutOfReach } from "./log-out-of-reach.ts";
import { shopOfHost } from "./shop-of-host.ts";

/** Where a request goes: to its page, to another of ours (`path`, seen or unseen), nowhere, or it has to wait. */
export type Lead =
  /** `door`: what the door of a tracking link says. */
  | { readonly kind: "page"; readonly door: LinkDoor | null }
  | { readonly kind: "nowhere" | "out_of_reach" }
  | { readonly kind: "instead" | "on_to"; readonly path: string };

const PAGE: Lead = { kind: "page", door: null };
const NOWHERE: Lead = { kind: "nowhere" };

/**
 * Looks, before a page is rendered, whether a shopper's link leads anywhere. Next answers `notFound()` and errors inside a
 * page with an empty document that JavaScript fills; decided here, they are whole pages for everyone. At a shop's own domain
 * only that shop's pages are there. Grants nothing.
 */
export async function whereLinkLeads(url: URL, headers: Pick<Headers, "get">): Promise<Lead> {
  try {
    return await leadOf(url, await shopOfHost(headers));
  } catch (error) {
    if (statusOf(error) === 404) return NOWHERE;
    logOutOfReach(error, "a shopper's page");
    return { kind: "out_of_reach" };
  }
}

async function leadOf(url: URL, shop: HostedMerchant | null): Promise<Lead> {
  const [, door, name, ...rest] = url.pathname.split("/");
  switch (door) {
    case "":
      return shop === null ? PAGE : { kind: "on_to", path: "/find" };
    case "find":
      if (shop === null) {
        // Throws for a shop that is not there.
        if (name !== undefined) await openShop(context(), name);
        return PAGE;
      }
      if (name === undefined) return { kind: "instead", path: `/find/${shop.slug}` };
      return name === shop.slug ? PAGE : NOWHERE;
    case "t":
      if (name === undefined || rest.length > 0) return PAGE;
      return leadOfToken(name, shop);
    case "go":
      if (name === undefined || rest.length > 0) return PAGE;
      return shop === null || name === shop.slug ? leadOfSignature(name, url.searchParams) : NOWHERE;
    default:
      return PAGE;
  }
}

async function leadOfToken(token: string, shop: HostedMerchant | null): Promise<Lead> {
  const door = await doorOfToken(context(), { token, merchantId: shop?.merchantId ?? null });
  return door === null ? NOWHERE : { kind: "page", door };
}

async function leadOfSignature(slug: string, query: URLSearchParams): Promise<Lead> {
  const [orderNumber, ...moreOrders] = query.getAll("order");
  const [signature, ...moreSignatures] = query.getAll("sig");
  if (orderNumber === undefined || signature === undefined || moreOrders.length + moreSignatures.length > 0)
    return NOWHERE;
  await followGoLink(context(), { slug, orderNumber, signature });
  return PAGE;
}
