import "server-only";
import { parcelsOfLink } from "#lib/use-cases/pushes/parcels-of-link.ts";
import { isToken } from "#lib/use-cases/tracking/door-of-token.ts";
import { addressBlocksOf } from "./client-address.ts";
import { context } from "./context.ts";
import { statusOf } from "./http-error.ts";
import { hearForPages, openPages } from "./live-news.ts";
import { logOutOfReach } from "./log-out-of-reach.ts";
import { shopOfHost } from "./shop-of-host.ts";
import { DATABASE_PATIENCE_MS, within } from "./within.ts";

const HEADERS = {
  // Compressed, an event would wait for the next ones (`no-transform` keeps Next and proxies from it); nginx waits too.
  "Cache-Control": "private, no-store, no-transform",
  "X-Accel-Buffering": "no",
  "X-Content-Type-Options": "nosniff",
};

/**
 * The stream on which an open page hears that it should look again; it holds nothing about anybody. A browser that gets
 * anything but 200 leaves it, and the page looks by the clock. Throws nothing.
 */
export async function liveResponse(request: Request, token: string): Promise<Response> {
  const { near: block } = addressBlocksOf(request);
  const refusal = openPages().refusal(block);
  if (refusal !== null) return refused(refusal === "full" ? 503 : 429);
  if (!isToken(token)) return refused(404);
  try {
    const parcels = await within(DATABASE_PATIENCE_MS, parcelsBehind(request, token));
    // Others may have come while this one looked for its parcels.
    if (openPages().refusal(block) !== null) return refused(503);
    const stream = openPages().open({ ...parcels, block, signal: request.signal });
    return new Response(stream, { headers: { ...HEADERS, "Content-Type": "text/event-stream; charset=utf-8" } });
  } catch (error) {
    if (statusOf(error) === 404) return refused(404);
    logOutOfReach(error, "a page's news");
    return refused(503);
  }
}

/** Hears before it looks, so that nothing falls between. */
async function parcelsBehind(request: Request, token: string) {
  await hearForPages();
  const shop = await shopOfHost(request.headers);
  return parcelsOfLink(context(), { token, at: shop?.merchantId ?? null });
}

function refused(status: number): Response {
  return new Response(null, { status, headers: { ...HEADERS, ...(status === 404 ? {} : { "Retry-After": "60" }) } });
}
