import type { Db } from "#db/client.ts";
import type { HostedMerchant } from "#db/queries/hosts.ts";
import type { LinkDoor } from "#db/queries/links.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { openShop } from "#lib/use-cases/find/open-shop.ts";
import { followGoLink } from "#lib/use-cases/links/follow-go-link.ts";
import { doorOfToken, isToken } from "#lib/use-cases/tracking/door-of-token.ts";

/** Where a request goes: to its page, to another of ours (`path`, seen or unseen), or nowhere. */
export type Lead =
  /** `door`: what the door of a tracking link says. */
  | { readonly kind: "page"; readonly door: LinkDoor | null }
  | { readonly kind: "nowhere" }
  | { readonly kind: "instead" | "on_to"; readonly path: string };

type Deps = { readonly db: Db; readonly keys: KeyRing };

const PAGE: Lead = { kind: "page", door: null };
const NOWHERE: Lead = { kind: "nowhere" };

/**
 * Where an address leads; at a shop's own domain (`shop`) to that shop's pages only. What stands where a token should be goes
 * no further, neither into a header nor into a path of ours. Throws AppError `not_found` for some that lead nowhere.
 */
export async function leadOf(deps: Deps, url: URL, shop: HostedMerchant | null): Promise<Lead> {
  const [, door, name, ...rest] = url.pathname.split("/");
  switch (door) {
    case "":
      return shop === null ? PAGE : { kind: "on_to", path: "/find" };
    case "find":
      if (shop === null) {
        // Throws for a shop that is not there.
        if (name !== undefined) await openShop(deps, name);
        return PAGE;
      }
      if (name === undefined) return { kind: "instead", path: `/find/${shop.slug}` };
      return name === shop.slug ? PAGE : NOWHERE;
    case "t":
      if (name === undefined) return PAGE;
      if (!isToken(name)) return NOWHERE;
      // Forms and files look for themselves whose link it is, but not at whose domain.
      return rest.length > 0 && shop === null ? PAGE : leadOfToken(deps, name, shop);
    case "admin":
      // People sign in at one address only: the host's own.
      return shop === null ? PAGE : NOWHERE;
    case "go":
      if (name === undefined || rest.length > 0) return PAGE;
      return shop === null || name === shop.slug ? leadOfSignature(deps, name, url.searchParams) : NOWHERE;
    default:
      return PAGE;
  }
}

async function leadOfToken(deps: Deps, token: string, shop: HostedMerchant | null): Promise<Lead> {
  const door = await doorOfToken(deps, { token, merchantId: shop?.merchantId ?? null });
  return door === null ? NOWHERE : { kind: "page", door };
}

async function leadOfSignature(deps: Deps, slug: string, query: URLSearchParams): Promise<Lead> {
  const [orderNumber, ...moreOrders] = query.getAll("order");
  const [signature, ...moreSignatures] = query.getAll("sig");
  if (orderNumber === undefined || signature === undefined || moreOrders.length + moreSignatures.length > 0)
    return NOWHERE;
  await followGoLink(deps, { slug, orderNumber, signature });
  return PAGE;
}
