import "server-only";
import { followGoLink } from "#lib/use-cases/links/follow-go-link.ts";
import { isLiveLink } from "#lib/use-cases/tracking/is-live-link.ts";
import { context } from "./context.ts";
import { statusOf } from "./http-error.ts";
import { logOutOfReach } from "./log-out-of-reach.ts";

export type Lead = "page" | "nowhere" | "out_of_reach";

/**
 * Looks, before a page is rendered, whether a shopper's link leads anywhere. Next answers `notFound()` and errors inside a
 * page with an empty document that JavaScript fills; decided here, they are whole pages for everyone. Grants nothing.
 */
export async function whereLinkLeads(url: URL): Promise<Lead> {
  const [, door, name, ...rest] = url.pathname.split("/");
  if (name === undefined || rest.length > 0 || (door !== "t" && door !== "go")) return "page";
  try {
    return door === "t" ? await leadOfToken(name) : await leadOfSignature(name, url.searchParams);
  } catch (error) {
    if (statusOf(error) === 404) return "nowhere";
    logOutOfReach(error, "a shopper's page");
    return "out_of_reach";
  }
}

async function leadOfToken(token: string): Promise<Lead> {
  return (await isLiveLink(context(), token)) ? "page" : "nowhere";
}

async function leadOfSignature(slug: string, query: URLSearchParams): Promise<Lead> {
  const [orderNumber, ...moreOrders] = query.getAll("order");
  const [signature, ...moreSignatures] = query.getAll("sig");
  if (orderNumber === undefined || signature === undefined || moreOrders.length + moreSignatures.length > 0)
    return "nowhere";
  await followGoLink(context(), { slug, orderNumber, signature });
  return "page";
}
