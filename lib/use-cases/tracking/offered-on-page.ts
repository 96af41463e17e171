import type { Remedy } from "#lib/promise/remedy/remedy.ts";
import { type OpenDeps, openTrackingPage } from "./open-tracking-page.ts";

/**
 * What the page behind a link offers for one parcel at this moment, or with null for what is still with the shop, what waits
 * already included. Throws `not_found` as the page does.
 */
export async function offeredOnPage(
  deps: Pick<OpenDeps, "db" | "now">,
  { token, parcel }: { readonly token: string; readonly parcel: number | null },
): Promise<readonly Remedy[]> {
  const wishes = { asked: null, saved: null, browser: [] };
  const { notices } = await openTrackingPage(deps, { token, wishes, isAddressOpen: false });
  const about = notices.find((each) => each.parcel === parcel);
  const waiting = about?.chosen?.state === "waiting" ? [about.chosen.remedy] : [];
  return [...(about?.notice?.choices ?? []), ...waiting];
}
