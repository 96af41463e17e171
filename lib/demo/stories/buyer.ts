import type { AddressDraft } from "#lib/orders/drafts.ts";

/** Who buys: nameless or without email where a guest left none. */
export type Buyer = {
  readonly name: string | null;
  readonly email: string | null;
  readonly address: Omit<AddressDraft, "name">;
  readonly acceptsMarketing: boolean | null;
};

type Place = readonly [street: string, city: string, postcode: string | null, country: string];
type More = { readonly region?: string; readonly phone?: string; readonly acceptsMarketing?: boolean };

/** A buyer with the address to which their orders go. */
export function buyer(name: string | null, email: string | null, place: Place, more: More = {}): Buyer {
  return { name, email, address: address(place, more), acceptsMarketing: more.acceptsMarketing ?? null };
}

/** Where a gift goes. */
export function recipient(name: string, place: Place, more: Pick<More, "region"> = {}): AddressDraft {
  return { name, ...address(place, more) };
}

function address([street, city, postcode, country]: Place, more: More): Omit<AddressDraft, "name"> {
  return { street, city, postcode, country, region: more.region ?? null, phone: more.phone ?? null };
}
