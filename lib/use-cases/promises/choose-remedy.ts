import type { Db, Tx } from "#db/client.ts";
import { addJob } from "#db/queries/add-job.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { databaseNow } from "#db/queries/database-now.ts";
import {
  addRemedy,
  findParcelNumbered,
  lockRemedies,
  type RemedyPlace,
  remediesOf,
  type StoredRemedy,
  takeBackWaiting,
} from "#db/queries/remedies.ts";
import { newId } from "#lib/kernel/ids.ts";
import { choiceAfter } from "#lib/promise/remedy/choice-after.ts";
import type { Remedy } from "#lib/promise/remedy/remedy.ts";
import { type KeyRing, tokenHash } from "#lib/runtime/key-ring.ts";
import { noteDesk } from "#lib/use-cases/desk/note-desk.ts";
import { take } from "#lib/use-cases/limits/take.ts";
import { type LinkedOrder, withLinkedOrder } from "#lib/use-cases/links/with-linked-order.ts";
import type { OpenDeps } from "#lib/use-cases/tracking/open-tracking-page.ts";
import { answerDue } from "./answer-due.ts";
import { offeredRemedies } from "./offered-remedies.ts";
import type { RemedyToChoose } from "./read-remedy-form.ts";
import { type RemedyDetails, remedyDetails } from "./remedy-details.ts";
import { remedyLimits } from "./remedy-limits.ts";

type Deps = { readonly db: Db; readonly keys: KeyRing };
/** Who chooses sees the page as it is at this moment. */
type ChooseDeps = Deps & Pick<OpenDeps, "now" | "sandboxPace">;
type Wish = Omit<RemedyToChoose, "kind">;

/** `refused`: it is not offered (any more), or the shop has acted already. `limited`: too often at this link. Both changed nothing. */
export type RemedyOutcome = { readonly kind: "chosen" | "taken_back" | "refused" | "limited" };

/** These the shop is asked for by its own system too; the others are for people at the desk. */
const ASKS_SHOP: ReadonlySet<Remedy> = new Set<Remedy>(["reship", "refund"]);

/**
 * Chooses a remedy for one parcel of a link's order, among those that are offered at this moment. What was chosen for the
 * parcel before and still waits falls away; choosing the same again, or sending the same form again, changes nothing. Other
 * words or another address with the same remedy are a new choice. Throws `not_found` for a link that leads nowhere.
 */
export async function chooseRemedy(
  deps: ChooseDeps,
  { token, ...wish }: Wish & { readonly token: string },
): Promise<RemedyOutcome> {
  if (!(await isWithinLimits(deps, token))) return { kind: "limited" };
  const offered = await offeredRemedies(deps, { token, parcelNumber: wish.parcelNumber });
  return withLinkedOrder(deps.db, token, (tx, order) => choose(tx, order, { wish, offered }));
}

/**
 * Takes back a choice of a link's order that the shop has not acted upon; taking back again changes nothing. Throws
 * `not_found` for a link that leads nowhere.
 */
export async function takeBackRemedy(
  deps: Deps,
  { token, remedyId }: { readonly token: string; readonly remedyId: string },
): Promise<RemedyOutcome> {
  if (!(await isWithinLimits(deps, token))) return { kind: "limited" };
  return withLinkedOrder(deps.db, token, async (tx, order) => {
    await lockRemedies(tx, order);
    const one = (await remediesOf(tx, order)).find(({ id }) => id === remedyId);
    if (one?.state === "waiting") {
      await takeBack(tx, order, remedyId);
      await noteDesk(tx, { ...order, orderIds: [order.orderId] });
    }
    return { kind: one?.state === "waiting" || one?.state === "taken_back" ? "taken_back" : "refused" };
  });
}

async function isWithinLimits(deps: Deps, token: string): Promise<boolean> {
  const { merchantId } = await withLinkedOrder(deps.db, token, async (_, order) => order);
  return (await take(deps, remedyLimits(merchantId, { link: tokenHash(token) }))).ok;
}

type Asked = { readonly wish: Wish; readonly offered: readonly Remedy[] };

async function choose(tx: Tx, order: LinkedOrder, { wish, offered }: Asked): Promise<RemedyOutcome> {
  const { parcelNumber: number } = wish;
  const shipmentId = number === null ? null : await findParcelNumbered(tx, { ...order, number });
  if (number !== null && shipmentId === null) return { kind: "refused" };
  const place = { ...order, shipmentId };
  await lockRemedies(tx, order);
  const before = await remediesOf(tx, order);
  const ofParcel = before.filter((one) => one.shipmentId === shipmentId);
  if (ofParcel.some((one) => isSameForm(one, wish))) return { kind: "chosen" };
  const decided = decide(ofParcel, wish, offered);
  if (decided.kind !== "made") return { kind: decided.kind === "kept" ? "chosen" : "refused" };
  if (decided.falls !== null) await takeBack(tx, order, decided.falls.id);
  await add(tx, place, wish);
  await noteDesk(tx, { ...order, orderIds: [order.orderId] });
  return { kind: "chosen" };
}

type Decided = { readonly kind: "kept" | "refused" } | { readonly kind: "made"; readonly falls: StoredRemedy | null };

/** `before`: newest first, of which the page knows the first that was not taken back. */
function decide(before: readonly StoredRemedy[], wish: Wish, offered: readonly Remedy[]): Decided {
  const current = before.find(({ state }) => state !== "taken_back") ?? null;
  const chosen = choiceAfter(current, wish.remedy, offered);
  if (chosen.kind === "made") return { kind: "made", falls: chosen.takesBack ? current : null };
  if (chosen.kind === "kept" && current?.state === "waiting" && saysMore(wish.details, current))
    return { kind: "made", falls: current };
  return { kind: chosen.kind };
}

/** All forms of one page have its key: who goes back and chooses otherwise there sends another form. */
function isSameForm(one: StoredRemedy, { requestKey, remedy, details }: Wish): boolean {
  return requestKey !== null && one.requestKey === requestKey && one.remedy === remedy && hasWritten(one, details);
}

function saysMore(details: RemedyDetails, current: StoredRemedy): boolean {
  if (details.words === null && details.address === null) return false;
  return !hasWritten(current, details);
}

function hasWritten(stored: StoredRemedy, details: RemedyDetails): boolean {
  return JSON.stringify(details) === JSON.stringify(remedyDetails.parse(stored.details));
}

async function add(tx: Tx, place: RemedyPlace, { remedy, details, requestKey }: Wish): Promise<void> {
  const { merchantId, orderId, shipmentId } = place;
  const id = newId();
  const chosenAt = await databaseNow(tx);
  const dueAt = await answerDue(tx, place, { remedy, at: chosenAt });
  const isRequest = ASKS_SHOP.has(remedy);
  await addRemedy(tx, { ...place, id, remedy, details, requestKey, chosenAt, dueAt, isRequest });
  if (isRequest) await addJob(tx, "ask-shop", { merchantId, kind: "remedy", id });
  await recordAudit(tx, {
    ...{ merchantId, actor: "shopper", action: "remedy.chosen", subject: id },
    after: { orderId, shipmentId, remedy, dueAt: dueAt?.toString() ?? null },
  });
}

async function takeBack(tx: Tx, order: LinkedOrder, remedyId: string): Promise<void> {
  const { merchantId, orderId } = order;
  const withdrawn = await takeBackWaiting(tx, { ...order, remedyId });
  if (withdrawn === null) return;
  if (withdrawn.isRequest) await addJob(tx, "ask-shop", { merchantId, kind: "remedy", id: remedyId });
  await recordAudit(tx, {
    ...{ merchantId, actor: "shopper", action: "remedy.taken_back", subject: remedyId },
    after: { orderId, remedy: withdrawn.remedy },
  });
}
