import { orderZone, parcelZone } from "./destination-zone.ts";
import { digestOf } from "./digest-of.ts";
import { freshnessOf, nextLookMs } from "./freshness-of.ts";
import { initialOf } from "./initial-of.ts";
import { journeyOf } from "./journey-of.ts";
import { judgedAnswer } from "./judged-answer.ts";
import { dayOfInstant } from "./local-times.ts";
import { neededOf } from "./needed-of.ts";
import type { OrderFacts } from "./order-answer.ts";
import { inTroubleFirst, type Lead, leadOf } from "./page-lead.ts";
import { parcelAnswer } from "./parcel-answer.ts";
import { type PageContext, parcelFacts } from "./parcel-facts.ts";
import { parcelSteps } from "./parcel-steps.ts";
import { stepsOf } from "./steps-of.ts";
import type { Handover, Item, LineRecord, OrderRecord, Parcel, Step, TrackingPage } from "./tracking-page.ts";

const NO_NEWS: ReadonlySet<string> = new Set(["checkedAt", "today"]);

type Tracked = { readonly parcel: Parcel; readonly steps: Step[] };

/** The shopper's page of one order at this moment; `zone` is the merchant's. Shows only what is known; invents no status. */
export function trackingPageOf(order: OrderRecord, context: PageContext): TrackingPage {
  const waiting = waitingLines(order);
  const facts = factsOf(order, waiting, context);
  const tracked = trackedParcels(order, facts, context);
  const parcels = tracked.map(({ parcel }) => parcel);
  const lead = leadOf(parcels, facts);
  const shown = {
    orderNumber: order.number,
    placedOn: facts.placedOn,
    answer: lead.answer,
    answerParcel: lead.parcel?.number ?? null,
    promise: facts.promise,
    promisedBefore: movedFrom(order),
    needed: neededOf(order.neededBy ?? null, [lead.answer, ...parcels.map(({ answer }) => answer)], facts.today),
    steps: leadSteps(lead, tracked) ?? stepsOf(facts),
    parcels: inTroubleFirst(parcels),
    waiting: waiting.map((line) => itemOf(line, line.quantity)),
    shipTo: {
      initial: initialOf(order.shipName),
      city: order.shipCity,
      region: order.shipRegion ?? null,
      country: order.shipCountry,
      hasPostcode: order.hasPostcode ?? false,
    },
    freshness: facts.cancelledOn === null ? freshnessOf(parcels) : [],
  };
  return {
    ...shown,
    today: lead.parcel?.today ?? facts.today,
    at: context.now.toString(),
    nextLookMs: facts.cancelledOn === null ? nextLookMs(parcels) : null,
    version: versionOf(shown),
  };
}

function factsOf(order: OrderRecord, waiting: readonly LineRecord[], { now, zone }: PageContext): OrderFacts {
  const handedOver = order.parcels.findLast((parcel) => parcel.shippedAt !== null)?.shippedAt ?? null;
  return {
    placedOn: dayOfInstant(order.placedAt, zone),
    cancelledOn: order.cancelledAt === null ? null : dayOfInstant(order.cancelledAt, zone),
    handover: handoverOf(order, waiting),
    handedOverOn: handedOver === null ? null : dayOfInstant(handedOver, zone),
    promise: order.promises.at(-1) ?? null,
    today: dayOfInstant(now.toString(), orderZone(order, zone)),
  };
}

function trackedParcels(order: OrderRecord, facts: OrderFacts, context: PageContext): Tracked[] {
  const itemsOf = itemsByParcel(order);
  return order.parcels.map((record, index) => {
    const zone = parcelZone(record.observations, order, context.zone);
    const { reached, ...known } = parcelFacts(record, zone, context);
    const number = index + 1;
    const judgement = facts.cancelledOn === null ? (context.judge?.({ ...known, number }) ?? null) : null;
    const { today } = known;
    return {
      parcel: {
        number,
        ...known,
        answer: judgedAnswer(parcelAnswer(known, { ...facts, today }), judgement, { ...facts, today }),
        items: itemsOf(record),
        journey: journeyOf(record.observations, zone),
      },
      steps: parcelSteps({ ...known, reached }, facts.placedOn),
    };
  });
}

/** Null where no carrier has spoken of what the page opens with. */
function leadSteps({ parcel }: Lead, tracked: readonly Tracked[]): Step[] | null {
  if (parcel === null || parcel.status === "pending") return null;
  return tracked.find((each) => each.parcel === parcel)?.steps ?? null;
}

function itemsByParcel(order: OrderRecord): (parcel: OrderRecord["parcels"][number]) => Item[] {
  const shares = Map.groupBy(
    order.parcels.flatMap((parcel) => parcel.items),
    (item) => item.position,
  );
  const lines = new Map(order.lines.map((line) => [line.position, line]));
  return (parcel) =>
    parcel.items.flatMap(({ position, quantity }) => {
      const line = lines.get(position);
      if (line === undefined) return [];
      const whole = shares.get(position)?.length === 1 ? line.quantity : null;
      return [itemOf(line, quantity ?? whole)];
    });
}

/** Lines that have to be sent and are in no parcel. A parcel whose content nobody told holds them all, for all we know. */
function waitingLines(order: OrderRecord): LineRecord[] {
  if (order.parcels.some((parcel) => parcel.items.length === 0)) return [];
  const sent = new Set(order.parcels.flatMap((parcel) => parcel.items.map((item) => item.position)));
  return order.lines.filter(
    (line) => !sent.has(line.position) && (order.parcels.length === 0 || line.requiresShipping),
  );
}

function handoverOf(order: OrderRecord, waiting: readonly LineRecord[]): Handover {
  if (order.parcels.length === 0) return "none";
  return waiting.length === 0 ? "all" : "some";
}

/** The window told before the present one, if it was another. */
function movedFrom(order: OrderRecord): TrackingPage["promisedBefore"] {
  const [before, present] = order.promises.slice(-2);
  if (before === undefined || present === undefined) return null;
  return before.fromDay === present.fromDay && before.toDay === present.toDay ? null : before;
}

function itemOf(line: LineRecord, quantity: number | null): Item {
  const { position, title, picturePath, pageUrl, guides = {} } = line;
  return { position, title, quantity, picturePath, pageUrl, guides };
}

/** Being looked at again is no news, nor is a new day on which everything reads as before. */
function versionOf(shown: object): string {
  return digestOf(JSON.stringify(shown, (key, value: unknown) => (NO_NEWS.has(key) ? undefined : value)));
}
