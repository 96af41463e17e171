import { type ReactNode, Suspense } from "react";
import { Temporal } from "temporal-polyfill";
import { Offers } from "#components/tracking/offers.tsx";
import type { LinkDoor } from "#db/queries/links.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import type { OfferRow } from "#lib/recommend/page/offer-row.ts";
import { behind } from "#lib/server/behind.ts";
import { context } from "#lib/server/context.ts";
import { logOutOfReach } from "#lib/server/log-out-of-reach.ts";
import { within } from "#lib/server/within.ts";
import { keepOffer } from "#lib/use-cases/recommend/keep-offer.ts";
import { type Offered, offeredRow } from "#lib/use-cases/recommend/offered-row.ts";

/** The row mostly is there when the page is; so long the page waits for it, that it stands in it also without JavaScript. */
const HEAD_START_MS = 25;
/** Later than this it is not missed. */
const PATIENCE_MS = 2_000;
const LATE = Symbol("late");

export type RowSoon = { readonly row: OfferRow | null } | { readonly later: Promise<OfferRow | null> };

/**
 * Begins to work out what goes with an order, beside the page itself: `hasTrouble` is what the page comes to. Never rejects,
 * and what fails shows nothing. A new row is stored behind the response.
 */
export function beginOffers(
  { token, door }: { readonly token: string; readonly door: LinkDoor | null },
  hasTrouble: Promise<boolean>,
): Promise<OfferRow | null> {
  if (door === null) return Promise.resolve(null);
  const deps = { db: context().db, now: Temporal.Now.instant() };
  const offered = within(PATIENCE_MS, offeredRow(deps, { order: { door, token }, hasTrouble }));
  const sound = offered.catch((error: unknown): Pick<Offered, "row" | "toKeep"> => {
    logOutOfReach(error, "what goes with an order");
    return { row: null, toKeep: null };
  });
  behind("what was offered", async () => {
    const { toKeep } = await sound;
    if (toKeep !== null) await keepOffer(deps, toKeep);
  });
  return sound.then(({ row }) => row);
}

/** The row if it comes within the head start, else the promise of it. */
export async function rowSoon(coming: Promise<OfferRow | null>): Promise<RowSoon> {
  const late = new Promise<typeof LATE>((resolve) => setTimeout(resolve, HEAD_START_MS, LATE));
  const first = await Promise.race([coming, late]);
  return first === LATE ? { later: coming } : { row: first };
}

type SlotProps = {
  readonly soon: RowSoon;
  readonly voice: Voice;
  readonly shop: string;
  readonly token: string;
};

/** Where the row stands. One that is late comes behind the page, which has long been read by then. */
export function OffersSlot({ soon, ...about }: SlotProps): ReactNode {
  if ("row" in soon) return soon.row === null ? null : <Offers row={soon.row} {...about} />;
  return (
    <Suspense fallback={null}>
      <LateOffers coming={soon.later} {...about} />
    </Suspense>
  );
}

async function LateOffers({
  coming,
  ...about
}: Omit<SlotProps, "soon"> & { readonly coming: Promise<OfferRow | null> }) {
  const row = await coming;
  return row === null ? null : <Offers row={row} {...about} />;
}
