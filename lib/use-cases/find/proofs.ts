import { createHash, timingSafeEqual } from "node:crypto";
import { orderNumberKey } from "#lib/orders/order-number.ts";

/** An order as its owner may prove it; null stands for one that is not there or lacks the fact. */
export type Provable = {
  readonly email: string | null;
  readonly postcode: string | null;
  readonly country: string | null;
};

/** The keys by which a typed number may stand in the database: as typed, and with wide signs ("＃１００１") made plain. */
export function numberKeys(typed: string): readonly [plain: string, asTyped: string] {
  return [orderNumberKey(typed.normalize("NFKC")), orderNumberKey(typed)];
}

/**
 * Whether the typed email and postcode are the order's, in constant time and with the same work whether or not there is an
 * order. What was not typed proves nothing.
 */
export function proofsOf(
  typed: { readonly email: string; readonly postcode: string },
  order: Provable | null,
): { readonly byEmail: boolean; readonly byPostcode: boolean } {
  const country = order?.country ?? null;
  return {
    byEmail: isSame(emailKey(typed.email), emailKey(order?.email ?? "")),
    byPostcode: isSame(postcodeKey(typed.postcode, country), postcodeKey(order?.postcode ?? "", country)),
  };
}

function emailKey(email: string): string {
  return email.normalize("NFKC").trim().toLowerCase();
}

/** Without spaces and hyphens, in capitals; of a ZIP+4 the five digits that everybody knows. Leading zeros stay. */
function postcodeKey(postcode: string, country: string | null): string {
  const plain = postcode
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, "");
  return country?.toUpperCase() === "US" && /^\d{9}$/.test(plain) ? plain.slice(0, 5) : plain;
}

/** False where either is empty. Digests have one length, whatever was typed. */
function isSame(typed: string, known: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const isEqual = timingSafeEqual(digest(typed), digest(known));
  return isEqual && typed !== "";
}
