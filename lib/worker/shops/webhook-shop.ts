import { createHmac } from "node:crypto";
import { type LookupAddress, type LookupAllOptions, lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Temporal } from "temporal-polyfill";
import { Agent, request as sendRequest } from "undici";
import { err, ok } from "#lib/kernel/result.ts";
import type { ShopHook, ShopPort, ShopRequest } from "#lib/use-cases/promises/shop-port.ts";
import { bytesOfSecret } from "#lib/use-cases/promises/shop-secret.ts";
import { isLoopbackHost, isPublicAddress, shopUrlProblem } from "#lib/use-cases/promises/shop-url.ts";

const DEADLINE_MS = 10_000;
/** Nothing of an answer is read but its status. */
const MOST_ANSWER_BYTES = 65_536;

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;
type WebhookOptions = { readonly deadlineMs?: number; readonly resolve?: Resolve };

class PrivateAddress extends Error {}

/**
 * Asks a shop by a signed POST (docs/shop-requests.md). Redirects are not followed: the signature would travel with them. A name
 * is looked up once and asked at the address that was judged, so that it cannot lead into our own network a moment later.
 */
export function webhookShop({ url, secret }: ShopHook, options: WebhookOptions = {}): ShopPort {
  const { deadlineMs = DEADLINE_MS, resolve = lookup } = options;
  return {
    ask: async (request) => {
      if (shopUrlProblem(url) !== null) return err({ reason: "address_not_allowed" });
      const isLocal = isLoopbackHost(new URL(url).hostname);
      const agent = new Agent({
        connect: { timeout: deadlineMs, ...(isLocal ? {} : { lookup: publicLookup(resolve) }) },
      });
      try {
        const { statusCode, body } = await sendRequest(url, {
          ...{ method: "POST", dispatcher: agent, signal: AbortSignal.timeout(deadlineMs), body: request.body },
          headers: {
            "content-type": "application/json",
            "user-agent": "porchlight",
            ...signedHeaders(request, secret),
          },
        });
        await body.dump({ limit: MOST_ANSWER_BYTES });
        return statusCode >= 200 && statusCode < 300 ? ok(undefined) : err({ reason: `answered_${statusCode}` });
      } catch (error) {
        return err({ reason: reasonOf(error) });
      } finally {
        await agent.destroy();
      }
    },
  };
}

/** Standard Webhooks 1.0, "Signature scheme" and "Webhook headers": HMAC-SHA-256 of id, time of sending and raw body, between dots. */
function signedHeaders({ id, body }: ShopRequest, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(Temporal.Now.instant().epochMilliseconds / 1_000));
  const mac = createHmac("sha256", bytesOfSecret(secret)).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${mac}` };
}

/** A name's addresses, where all of them are the public internet's. */
function publicLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) return done(error ?? new Error("no address"), "");
      if (!addresses.every(({ address }) => isPublicAddress(address))) return done(new PrivateAddress(hostname), "");
      if (options.all === true) return done(null, [...addresses]);
      return done(null, first.address, first.family);
    });
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof PrivateAddress) return "private_address";
  if (!(error instanceof Error)) return "unreachable";
  if (error.name === "TimeoutError") return "no_answer_in_time";
  return "code" in error ? `unreachable_${String(error.code).toLowerCase()}` : "unreachable";
}
