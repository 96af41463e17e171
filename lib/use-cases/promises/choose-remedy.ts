import type { Temporal } from "temporal-polyfill";
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
import { findRemedyGround, type RemedyGround } from "#db/queries/remedy-ground.ts";
import { newId } from "#lib/kernel/ids.ts";
import { choiceAfter } from "#lib/promise/remedy/choice-after.ts";
import type { Remedy } from "#lib/promise/remedy/remedy.ts";
import { type KeyRing, tokenHash } from "#lib/runtime/key-ring.ts";
import { take } from "#lib/use-cases/limits/take.ts";
import { type LinkedOrder, withLinkedOrder } from "#lib/use-cases/links/with-linked-order.ts";
import { offeredOnPage } from "#lib/use-cases/tracking/offered-on-page.ts";
import { answerDue, offeredRemedies } from "./offered-remedies.ts";
import type { RemedyToChoose } from "./read-remedy-form.ts";
import { type RemedyDetails, remedyDetails } from "./remedy-details.ts";
import { remedyLimits } from "./remedy-limits.ts";

type Deps = { readonly db: Db; readonly keys: KeyRing };
type Wish = Omit<RemedyToChoose, "kind">;
/** What the page offers at this moment. */
type Shown = { readonly shown: readonly Remedy[] };

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
  deps: Deps,
  { token, ...wish }: Wish & { readonly token: string },
): Promise<RemedyOutcome> {
  if (!(await isWithinLimits(deps, token))) return { kind: "limited" };
  const now = await withLinkedOrder(deps.db, token, (tx) => databaseNow(tx));
  const shown = await offeredOnPage({ db: deps.db, now }, { token, parcel: wish.parcelNumber });
  return withLinkedOrder(deps.db, token, (tx, order) => choose(tx, order, { ...wish, shown }));
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
    if (one?.state === "waiting") await takeBack(tx, order, remedyId);
    return { kind: one?.state === "waiting" || one?.state === "taken_back" ? "taken_back" : "refused" };
  });
}

async function isWithinLimits(deps: Deps, token: string): Promise<boolean> {
  const { merchantId } = await withLinkedOrder(deps.db, token, async (_, order) => order);
  return (await take(deps, remedyLimits(merchantId, { link: tokenHash(token) }))).ok;
}

async function choose(tx: Tx, order: LinkedOrder, wish: Wish & Shown): Promise<RemedyOutcome> {
  const { parcelNumber: number, requestKey } = wish;
  const shipmentId = number === null ? null : await findParcelNumbered(tx, { ...order, number });
  if (number !== null && shipmentId === null) return { kind: "refused" };
  const place = { ...order, shipmentId };
  await lockRemedies(tx, order);
  const before = await remediesOf(tx, order);
  if (requestKey !== null && before.some((one) => one.requestKey === requestKey)) return { kind: "chosen" };
  const ground = await findRemedyGround(tx, place);
  if (ground === null) return { kind: "refused" };
  const now = await databaseNow(tx);
  const ofParcel = before.filter((one) => one.shipmentId === shipmentId);
  // The page judges by itself what no judging has seen yet, such as what is still with the shop.
  const offered = ground.delay === null ? wish.shown : offeredRemedies(ground, now);
  const decided = decide(ofParcel, wish, offered);
  if (decided.kind !== "made") return { kind: decided.kind === "kept" ? "chosen" : "refused" };
  if (decided.falls !== null) await takeBack(tx, order, decided.falls.id);
  await add(tx, { place, wish, ground, now });
  return { kind: "chosen" };
}

type Decided = { readonly kind: "kept" | "refused" } | { readonly kind: "made"; readonly falls: StoredRemedy | null };

/** `before`: newest first. What the shop declined once is not offered to the same parcel again. */
function decide(before: readonly StoredRemedy[], wish: Wish, offered: readonly Remedy[]): Decided {
  const declined = new Set(before.flatMap(({ state, remedy }) => (state === "declined" ? [remedy] : [])));
  const open = offered.filter((remedy) => !declined.has(remedy));
  const current = before.find(stands) ?? null;
  const chosen = choiceAfter(current, wish.remedy, open);
  if (chosen.kind === "made") return { kind: "made", falls: chosen.takesBack ? current : null };
  if (chosen.kind === "kept" && current?.state === "waiting" && saysMore(wish.details, current)) {
    return open.includes(wish.remedy) ? { kind: "made", falls: current } : { kind: "refused" };
  }
  return { kind: chosen.kind };
}

/** Who was called back, or whose parcel waits at a shop, may wish for something else when it goes wrong once more. */
function stands({ state, remedy }: StoredRemedy): boolean {
  return state === "waiting" || state === "accepted" || (state === "done" && ASKS_SHOP.has(remedy));
}

function saysMore(details: RemedyDetails, current: StoredRemedy): boolean {
  if (details.words === null && details.address === null) return false;
  return JSON.stringify(details) !== JSON.stringify(remedyDetails.parse(current.details));
}

async function add(
  tx: Tx,
  input: {
    readonly place: RemedyPlace;
    readonly wish: Wish;
    readonly ground: RemedyGround;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { place, wish, ground, now } = input;
  const { merchantId, orderId, shipmentId } = place;
  const { remedy, details, requestKey } = wish;
  const id = newId();
  const dueAt = await answerDue(ground, { remedy, at: now });
  const isRequest = ASKS_SHOP.has(remedy);
  await addRemedy(tx, { ...place, id, remedy, details, requestKey, chosenAt: now, dueAt, isRequest });
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
