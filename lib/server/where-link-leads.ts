import "server-only";
import { context } from "./context.ts";
import { statusOf } from "./http-error.ts";
import { type Lead, leadOf } from "./lead-of.ts";
import { logOutOfReach } from "./log-out-of-reach.ts";
import { shopOfHost } from "./shop-of-host.ts";
import { DATABASE_PATIENCE_MS, within } from "./within.ts";

/**
 * Looks, before a page is rendered, whether a shopper's link leads anywhere, and whether the database answers. Next answers
 * `notFound()` and errors inside a page with an empty document that JavaScript fills; decided here, they are whole pages for
 * everyone. Grants nothing, and throws nothing.
 */
export async function whereLinkLeads(
  url: URL,
  headers: Pick<Headers, "get">,
): Promise<Lead | { readonly kind: "out_of_reach" }> {
  try {
    return await within(DATABASE_PATIENCE_MS, look(url, headers));
  } catch (error) {
    if (statusOf(error) === 404) return { kind: "nowhere" };
    logOutOfReach(error, "a shopper's page");
    return { kind: "out_of_reach" };
  }
}

async function look(url: URL, headers: Pick<Headers, "get">): Promise<Lead> {
  return leadOf(context(), url, await shopOfHost(headers));
}
