import type { ArrivalParcel } from "./arrival-parcel.ts";
import { deliveryClock, deliveryDays, momentOf, USUAL_CLOCK } from "./delivery-clock.ts";
import type { RouteTerms } from "./route-model.ts";

/** A Monday. */
export const FIRST_DAY = 18_001;

export const MADE_UP_TERMS: RouteTerms = {
  intercept: { prior: 1.2, penalty: 3 },
  numerics: [{ name: "far", penalty: 1, prior: 0, usual: 0 }],
  levels: [{ name: "lane", penalty: 10, least: 3 }],
};

/** Numbers from 0 to 1, the same each time. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/**
 * Parcels of a made-up shop, some a day: three lanes, of which `slow` needs twice as long, a log-logistic spread, one in a
 * hundred lost, and from day `slowFrom` of the shop on everything needs `slower` times as long. Deliveries keep to the usual clock.
 */
export function madeUpParcels(options: {
  readonly days: number;
  readonly perDay: number;
  readonly slowFrom?: number;
  readonly slower?: number;
}): readonly ArrivalParcel[] {
  const random = numbersFrom(7);
  const clock = deliveryClock(USUAL_CLOCK, FIRST_DAY - 10, FIRST_DAY + options.days + 400);
  return Array.from({ length: options.days * options.perDay }, (_, k): ArrivalParcel => {
    const day = FIRST_DAY + Math.floor(k / options.perDay);
    const lane = ["near", "far", "slow"][Math.floor(random() * 3)] ?? "near";
    const handedOverAt = day + 0.4 + 0.4 * random();
    const chance = random();
    const middle = { near: 2, far: 3, slow: 6 }[lane] ?? 3;
    const pace = day - FIRST_DAY >= (options.slowFrom ?? Number.POSITIVE_INFINITY) ? (options.slower ?? 1) : 1;
    const needed = pace * (middle + 1) * (chance / (1 - chance)) ** 0.15 - 1;
    const arrival = momentOf(clock, deliveryDays(clock, handedOverAt) + Math.max(0.1, needed));
    const lost = random() < 0.01;
    return {
      route: { numerics: [Number(lane === "far")], levels: [lane] },
      networks: [lane],
      orderedAt: handedOverAt - 0.5 - random(),
      handedOverAt,
      deliveredAt: lost ? null : arrival,
      watchedUntil: null,
      weight: 1,
      forecast: null,
      longestSilence: lost ? null : { from: handedOverAt, to: Math.min(arrival, handedOverAt + 1 + random()) },
      outForDeliveryAt: lost ? null : Math.max(handedOverAt, arrival - 0.08),
    };
  });
}
