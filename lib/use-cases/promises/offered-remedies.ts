import type { Remedy } from "#lib/promise/remedy/remedy.ts";
import { type OpenDeps, openTrackingPage } from "#lib/use-cases/tracking/open-tracking-page.ts";

const NO_WISHES = { asked: null, saved: null, browser: [] };

/**
 * What the page of a link offers at this moment about one parcel, or about what is still with the shop: what it shows and what
 * can be chosen are the same. Throws `not_found` for a link that leads nowhere.
 */
export async function offeredRemedies(
  deps: OpenDeps,
  { token, parcelNumber }: { readonly token: string; readonly parcelNumber: number | null },
): Promise<readonly Remedy[]> {
  const { notices } = await openTrackingPage(deps, { token, wishes: NO_WISHES, isAddressOpen: false });
  return notices.find(({ parcel }) => parcel === parcelNumber)?.notice?.choices ?? [];
}
