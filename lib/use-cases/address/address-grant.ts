import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type KeyRing, seal, unseal } from "#lib/runtime/key-ring.ts";

/** So long the whole address stays open in the browser that proved the postcode. */
export const GRANT_MINUTES = 30;

const sealed = z.object({ keyId: z.string(), nonce: z.string(), text: z.string() });

/** What a browser keeps to show that it proved the postcode of this very link: sealed by us, and only for a while. */
export function addressGrant(keys: KeyRing, token: string, now: Temporal.Instant): string {
  const until = now.add({ minutes: GRANT_MINUTES }).toString();
  return Buffer.from(JSON.stringify(seal(keys, until, contextOf(token)))).toString("base64url");
}

/** Whether a browser's grant is ours, for this link, and not over. Never throws. */
export function isAddressGrant(
  keys: KeyRing,
  { token, grant, now }: { readonly token: string; readonly grant: string | null; readonly now: Temporal.Instant },
): boolean {
  if (grant === null || grant.length > 500) return false;
  try {
    const given = sealed.parse(JSON.parse(Buffer.from(grant, "base64url").toString("utf8")));
    return Temporal.Instant.compare(Temporal.Instant.from(unseal(keys, given, contextOf(token))), now) > 0;
  } catch {
    return false;
  }
}

function contextOf(token: string): string {
  return `address ${token}`;
}
