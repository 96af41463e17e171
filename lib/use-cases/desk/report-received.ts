import * as z from "zod";
import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { databaseNow } from "#db/queries/database-now.ts";
import { deskCauses } from "#db/queries/desk-causes.ts";
import { keepDeskItems } from "#db/queries/keep-desk-items.ts";
import { findParcelNumbered } from "#db/queries/remedies.ts";
import { attendBy } from "#lib/promise/concern/attend-by.ts";
import { type KeyRing, tokenHash } from "#lib/runtime/key-ring.ts";
import { take } from "#lib/use-cases/limits/take.ts";
import { withLinkedOrder } from "#lib/use-cases/links/with-linked-order.ts";
import { remedyLimits } from "#lib/use-cases/promises/remedy-limits.ts";

const MOST_PARCELS = 1_000;
const form = z.object({
  about: z.enum(["missing", "wrong"]),
  parcel: z.coerce.number<string>().int().min(1).max(MOST_PARCELS),
  words: z
    .string()
    .default("")
    .transform((text) => text.replaceAll("\r\n", "\n").trim().slice(0, 500) || null),
});

/** What a shopper says of what was delivered. */
export type Received = z.output<typeof form>;

/** The form of it; null for what the page never sends. */
export function readReceived(fields: unknown): Received | null {
  return form.safeParse(fields).data ?? null;
}

/**
 * Puts before the desk that a delivered parcel is not there, or not right; once more says it anew. Beyond the limits nothing
 * is written. Throws `not_found` for a link that leads nowhere.
 */
export function reportReceived(
  deps: { readonly db: Db; readonly keys: KeyRing },
  { token, about, parcel, words }: Received & { readonly token: string },
): Promise<void> {
  return withLinkedOrder(deps.db, token, async (tx, order) => {
    const { merchantId, orderId } = order;
    if (!(await take(deps, remedyLimits(merchantId, { link: tokenHash(token) }))).ok) return;
    const shipmentId = await findParcelNumbered(tx, { ...order, number: parcel });
    const [causes] = await deskCauses(tx, { merchantId, orderIds: [orderId] });
    if (shipmentId === null || causes === undefined) return;
    const { tier, neededMs, shopperId } = causes;
    const severity = about === "missing" ? 3 : 2;
    const sinceMs = (await databaseNow(tx)).epochMilliseconds;
    const attendByMs = attendBy({ severity, sinceMs, tier, dueMs: null, neededMs });
    const concern = { subjectId: shipmentId, topic: "voice", kind: about, shipmentId, severity, sinceMs } as const;
    const facts = { words };
    await keepDeskItems(tx, {
      merchantId,
      concerns: [{ ...concern, attendByMs, orderId, shopperId, facts }],
      isAsked: true,
    });
    await recordAudit(tx, {
      ...{ merchantId, actor: "shopper", action: "parcel.reported", subject: shipmentId },
      after: { orderId, about, hasWords: words !== null },
    });
  });
}
