import { Temporal } from "temporal-polyfill";
import { answerOf } from "./answer-of.ts";
import { carrierName } from "./carrier-name.ts";
import { stepsOf } from "./steps-of.ts";
import type { Handover, Item, LineRecord, OrderRecord, Parcel, TrackingPage } from "./tracking-page.ts";

/** The shopper's page of one order at this moment, in the merchant's zone. Shows only what is known; invents no status. */
export function trackingPageOf(
  order: OrderRecord,
  context: { readonly now: Temporal.Instant; readonly zone: string },
): TrackingPage {
  const today = context.now.toZonedDateTimeISO(context.zone).toPlainDate().toString();
  const dayOf = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(context.zone).toPlainDate().toString();
  const parcels = parcelsOf(order, dayOf);
  const waiting = waitingLines(order);
  const facts = {
    placedOn: dayOf(order.placedAt),
    cancelledOn: order.cancelledAt === null ? null : dayOf(order.cancelledAt),
    handover: handoverOf(order, waiting),
    handedOverOn: parcels.findLast((parcel) => parcel.handedOverOn !== null)?.handedOverOn ?? null,
    window: order.promises.at(-1) ?? null,
    today,
  };
  return {
    orderNumber: order.number,
    placedOn: facts.placedOn,
    today,
    answer: answerOf(facts),
    promisedBefore: movedFrom(order),
    steps: stepsOf(facts),
    parcels,
    waiting: waiting.map((line) => itemOf(line, line.quantity)),
    shipTo: { initial: initialOf(order.shipName), city: order.shipCity, country: order.shipCountry },
  };
}

function parcelsOf(order: OrderRecord, dayOf: (instant: string) => string): Parcel[] {
  const shares = Map.groupBy(
    order.parcels.flatMap((parcel) => parcel.items),
    (item) => item.position,
  );
  const lines = new Map(order.lines.map((line) => [line.position, line]));
  return order.parcels.map((parcel, index) => ({
    number: index + 1,
    carrierName: carrierName(parcel.carrier),
    handedOverOn: parcel.shippedAt === null ? null : dayOf(parcel.shippedAt),
    items: parcel.items.flatMap(({ position, quantity }) => {
      const line = lines.get(position);
      if (line === undefined) return [];
      const whole = shares.get(position)?.length === 1 ? line.quantity : null;
      return [itemOf(line, quantity ?? whole)];
    }),
  }));
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
  return { position: line.position, title: line.title, quantity, picturePath: line.picturePath, pageUrl: line.pageUrl };
}

/** "Arthur Nguyen" is "A": enough to recognise oneself, not enough to know another (product rule 15). */
function initialOf(name: string | null): string | null {
  const [letter] = Array.from(name?.trim() ?? "");
  return letter === undefined || !/\p{L}/u.test(letter) ? null : letter.toUpperCase();
}
