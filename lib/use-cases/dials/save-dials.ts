import type { Db, Tx } from "#db/client.ts";
import { addChannelDials, findDials, setChosenLocale, setNeededBy } from "#db/queries/dials.ts";
import { noteUnsent } from "#db/queries/unsent-orders.ts";
import { type KeyRing, tokenHash } from "#lib/runtime/key-ring.ts";
import { MILESTONES } from "#lib/tracking/page/dials.ts";
import { take } from "#lib/use-cases/limits/take.ts";
import { type LinkedOrder, withLinkedOrder } from "#lib/use-cases/links/with-linked-order.ts";
import { dialsOf } from "./dials-of.ts";
import { dialsLimits } from "./limits.ts";
import type { DialsToSave } from "./read-dials-form.ts";

/** `refused`: the day is over and not the one that is stored. `limited`: too often at this link. Both changed nothing. */
export type SaveOutcome = { readonly kind: "saved" | "refused" | "limited" };

/**
 * Keeps how the shopper of a link's order wants to be told, all of it or nothing; `today` is the first day that can still be
 * needed. A channel that says what it said before leaves no new consent record, and a stored day that is over may be sent
 * back with the rest. Throws `not_found` for a link that leads nowhere.
 */
export async function saveDials(
  deps: { readonly db: Db; readonly keys: KeyRing },
  input: { readonly token: string; readonly dials: DialsToSave; readonly today: string },
): Promise<SaveOutcome> {
  const { token, dials, today } = input;
  const { merchantId } = await withLinkedOrder(deps.db, token, async (_, order) => order);
  const taken = await take(deps, dialsLimits(merchantId, { link: tokenHash(token) }));
  if (!taken.ok) return { kind: "limited" };
  return withLinkedOrder(deps.db, token, (tx, order) => save(tx, order, { dials, today }));
}

async function save(
  tx: Tx,
  order: LinkedOrder,
  { dials, today }: { readonly dials: DialsToSave; readonly today: string },
): Promise<SaveOutcome> {
  const { merchantId } = order;
  const { neededBy, language, channels } = dials;
  const record = await findDials(tx, order);
  // Days as `YYYY-MM-DD` sort as text; "none" comes after every day.
  if (neededBy !== null && neededBy < today && neededBy !== record?.neededBy) return { kind: "refused" };
  if (neededBy !== null) await keepNeededBy(tx, order, neededBy === "none" ? null : neededBy);
  if (record === null) return { kind: "saved" };
  const { shopperId } = record;
  if (language !== null && language !== record.language)
    await setChosenLocale(tx, { merchantId, shopperId, locale: language });
  const known = dialsOf(record);
  for (const { name, frequencies } of channels) {
    const before = known.channels.find((channel) => channel.name === name);
    if (before === undefined || isSame(before.frequencies, frequencies)) continue;
    await addChannelDials(tx, { merchantId, shopperId, channel: name, frequencies, source: "tracking page" });
  }
  return { kind: "saved" };
}

async function keepNeededBy(tx: Tx, { merchantId, orderId }: LinkedOrder, day: string | null): Promise<void> {
  await setNeededBy(tx, { merchantId, orderId }, day);
  await noteUnsent(tx, { merchantId, orderIds: [orderId] });
}

type Frequencies = DialsToSave["channels"][number]["frequencies"];

function isSame(a: Frequencies, b: Frequencies): boolean {
  return MILESTONES.every((milestone) => a[milestone] === b[milestone]);
}
