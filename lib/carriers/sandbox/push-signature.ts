import { createHash, createHmac } from "node:crypto";
import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Player } from "./players.ts";

/** Who pushes. DHL does for its own customers only. */
export const PUSHERS = ["ups", "fedex", "usps", "easypost", "aftership", "17track"] as const;
export type Pusher = Extract<Player, (typeof PUSHERS)[number]>;

/** What is signed: the body as it is sent; with USPS two fields of it, one after the other. */
export type Signed = { readonly body: string; readonly uspsSigned?: string };

/** UPS has no signature: the credential of its portal comes in this header, unless another was set there. */
const UPS_HEADER = "credential";

/**
 * The headers that prove a push. Sources: EasyPost webhooks guide, AfterShip webhook signature, 17TRACK webhook, FedEx
 * Shipment Visibility Webhook, USPS Subscriptions - Tracking, UPS Track Alert.
 */
export function signatureHeaders(
  pusher: Pusher,
  secret: string,
  { body, uspsSigned = "" }: Signed,
  upsHeader: string | null,
): Readonly<Record<string, string>> {
  switch (pusher) {
    case "easypost": {
      const hex = createHmac("sha256", secret.normalize("NFKD")).update(body).digest("hex");
      return { "x-hmac-signature": `hmac-sha256-hex=${hex}` };
    }
    case "aftership":
      return { "aftership-hmac-sha256": hmac(secret, body) };
    case "17track":
      return { sign: createHash("sha256").update(`${body}/${secret}`).digest("hex") };
    case "fedex":
      return { "fdx-signature": hmac(secret, body) };
    case "usps":
      return { "x-hmac": hmac(secret, uspsSigned) };
    case "ups":
      return { [upsHeader ?? UPS_HEADER]: secret };
    default:
      return assertNever(pusher);
  }
}

function hmac(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("base64");
}
