import { Temporal } from "temporal-polyfill";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { openedText, sealedText } from "#lib/use-cases/seals/sealed-text.ts";

/** So long the whole address stays open in the browser that proved the postcode. */
export const GRANT_MINUTES = 30;
const LONGEST = 500;

/** What a browser keeps to show that it proved the postcode of this very link: sealed by us, and only for a while. */
export function addressGrant(keys: KeyRing, token: string, now: Temporal.Instant): string {
  return sealedText(keys, now.add({ minutes: GRANT_MINUTES }).toString(), contextOf(token));
}

/** Whether a browser's grant is ours, for this link, and not over. Never throws. */
export function isAddressGrant(
  keys: KeyRing,
  { token, grant, now }: { readonly token: string; readonly grant: string | null; readonly now: Temporal.Instant },
): boolean {
  if (grant === null || grant.length > LONGEST) return false;
  const until = openedText(keys, grant, contextOf(token));
  return until !== null && Temporal.Instant.compare(until, now) > 0;
}

function contextOf(token: string): string {
  return `address ${token}`;
}
