import type { Db } from "#db/client.ts";
import { addChannelDials, findDials, setChosenLocale, setNeededBy } from "#db/queries/dials.ts";
import { MILESTONES } from "#lib/tracking/page/dials.ts";
import { withLinkedOrder } from "#lib/use-cases/links/with-linked-order.ts";
import { dialsOf } from "./dials-of.ts";
import type { DialsToSave } from "./read-dials-form.ts";

/**
 * Keeps how the shopper of a link's order wants to be told, all of it or nothing. A channel that says what it said before
 * leaves no new consent record. Throws `not_found` for a link that leads nowhere.
 */
export async function saveDials(
  { db }: { readonly db: Db },
  { token, dials }: { readonly token: string; readonly dials: DialsToSave },
): Promise<void> {
  await withLinkedOrder(db, token, async (tx, order) => {
    const { merchantId } = order;
    const { neededBy, language } = dials;
    if (neededBy !== null) await setNeededBy(tx, order, neededBy === "none" ? null : neededBy);
    const record = await findDials(tx, order);
    if (record === null) return;
    const { shopperId } = record;
    if (language !== null && language !== record.language)
      await setChosenLocale(tx, { merchantId, shopperId, locale: language });
    const known = dialsOf(record);
    for (const { name, frequencies } of dials.channels) {
      const before = known.channels.find((channel) => channel.name === name);
      if (before === undefined || isSame(before.frequencies, frequencies)) continue;
      await addChannelDials(tx, { merchantId, shopperId, channel: name, frequencies, source: "tracking page" });
    }
  });
}

type Frequencies = DialsToSave["channels"][number]["frequencies"];

function isSame(a: Frequencies, b: Frequencies): boolean {
  return MILESTONES.every((milestone) => a[milestone] === b[milestone]);
}
