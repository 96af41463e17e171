import "server-only";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { createLogger } from "#lib/runtime/logger.ts";
import { pushReceiver, type ReceivePush } from "#lib/use-cases/pushes/receive-push.ts";
import { isWebhookKey } from "#lib/use-cases/pushes/webhook-secret.ts";
import { bytesWithin } from "./bytes-within.ts";
import { addressBlocksOf } from "./client-address.ts";
import { context } from "./context.ts";
import { countForgery, forgerWaitMs } from "./forgers.ts";
import { DATABASE_PATIENCE_MS, within } from "./within.ts";

/** Far more than any carrier sends; AfterShip's longest histories are a tenth of it. */
const MOST_BYTES = 2_000_000;

const log = createLogger("web");

/** Kept on the process, as the context is. */
const global = globalThis as typeof globalThis & { porchlightPushes?: ReceivePush };

function receiver(): ReceivePush {
  global.porchlightPushes ??= pushReceiver({ ...context(), carriers: CARRIERS });
  return global.porchlightPushes;
}

/**
 * The answer to a carrier's push: 2xx as soon as it is stored, also when it came before or is about no parcel of ours, since
 * whatever else is sent again for days. Says nothing that helps a forger. Throws nothing.
 */
export async function answerPush(request: Request, webhookKey: string): Promise<Response> {
  const { near } = addressBlocksOf(request);
  const waitMs = forgerWaitMs(near);
  if (waitMs > 0) return answer(429, "Too many tries.", { "Retry-After": String(Math.ceil(waitMs / 1_000)) });
  if (!isWebhookKey(webhookKey)) return answer(404, "Nobody's address.");
  try {
    const body = await bytesWithin(request, MOST_BYTES);
    if (body === null) return answer(413, "Too large.");
    return await within(DATABASE_PATIENCE_MS, answerTo(request, webhookKey, body, near));
  } catch (error) {
    log.error({ err: error }, "a push was not stored");
    return answer(503, "Try again later.", { "Retry-After": "60" });
  }
}

async function answerTo(request: Request, webhookKey: string, body: Uint8Array, block: string): Promise<Response> {
  const header = (name: string) => request.headers.get(name);
  const received = await receiver()({ webhookKey, body, header });
  switch (received.kind) {
    case "stored":
    case "replay":
      return answer(200, "Thank you.");
    case "challenge":
      return Response.json({ challenge: received.challenge }, { headers: HEADERS });
    case "unknown":
      await countForgery(block);
      return answer(404, "Nobody's address.");
    case "forged":
      await countForgery(block);
      log.warn({ bytes: body.byteLength }, "a push was not signed with its account's secret");
      return answer(401, "Not signed.");
  }
}

const HEADERS = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex" };

function answer(status: number, text: string, more: Readonly<Record<string, string>> = {}): Response {
  const type = { "Content-Type": "text/plain; charset=utf-8" };
  return new Response(text, { status, headers: { ...HEADERS, ...type, ...more } });
}
