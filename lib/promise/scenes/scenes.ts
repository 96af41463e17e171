import { NOTHING_BELIEVED } from "#lib/promise/judging/expectation.ts";
import type { KeptParcel } from "#lib/promise/page/page-notice.ts";
import type { Observation } from "#lib/tracking/observation.ts";
import type { MakeScene, SceneName } from "./scene.ts";
import type { SceneTime } from "./scene-time.ts";

/** On the road since the day before yesterday, last seen on the way. */
function underWay({ scan, land }: SceneTime): readonly Observation[] {
  return [
    scan("picked_up", -2, "18:05", { place: land.from }),
    scan("in_transit", -1, "04:20"),
    scan("in_transit", -1, "22:15", { place: land.to }),
  ];
}

/** Everything of it is in one parcel on its way, with what was scanned since. */
function sent(more: (time: SceneTime) => readonly Observation[]): MakeScene {
  return ({ time }) => ({ record: { parcels: [time.parcel([...underWay(time), ...more(time)])] } });
}

function learned(time: SceneTime, [from, to]: readonly [number, number], late: number): KeptParcel["judgement"] {
  const { fromDay, toDay } = time.window(from, to);
  const belief = { fromDay, toDay, learnedFrom: fromDay, learnedTo: toDay, learnedDay: fromDay };
  return {
    belief: { ...NOTHING_BELIEVED, ...belief, source: "learned", late },
    ...{ isHandedOver: true, arrivedOn: null, triedOn: null, newsAt: null },
  };
}

/** Each state as an order that could have come to it. */
export const scenes: Readonly<Record<SceneName, MakeScene>> = {
  ordered: ({ time }) => ({ record: { placedAt: time.at(0, "10:55"), promises: [time.window(3, 4)] } }),
  preparing: ({ time }) => ({
    record: {
      promises: [time.window(1, 2)],
      parcels: [
        time.parcel([time.scan("info_received", 0, "09:10", { place: time.land.from })], {
          shippedAt: time.at(0, "09:00"),
        }),
      ],
    },
  }),
  on_its_way: sent(() => []),
  several: ({ time, shop }) => {
    const rest = shop.items.slice(1).map((_, at) => ({ position: at + 2, quantity: null }));
    const second = time.parcel([time.scan("picked_up", -1, "18:40", { place: time.land.from })], {
      carrier: time.land.second,
      shippedAt: time.at(-1, "17:45"),
      items: rest,
    });
    const { scan, land } = time;
    const first = [...underWay(time), scan("delivered", -1, "13:20", { place: land.to, leftAt: "FRONT DOOR" })];
    const items = [{ position: 1, quantity: null }];
    return { record: { promises: [time.window(0, 2)], parcels: [time.parcel(first, { items }), second] } };
  },
  customs: ({ time }) => {
    const { scan, parcel, window } = time;
    const away = { ...time.land.hub };
    const scans = [...underWay(time), scan("customs", 0, "06:30", { place: away, reason: "customs_inspection" })];
    return { record: { promises: [window(2, 4)], parcels: [parcel(scans)] } };
  },
  out_for_delivery: sent(({ scan, land, day }) => [
    scan("out_for_delivery", 0, "07:48", {
      place: land.to,
      estimate: { from: `${day(0)}T14:00:00`, to: `${day(0)}T18:00:00` },
    }),
  ]),
  pickup: sent(({ scan, land, day }) => [
    scan("available_for_pickup", 0, "09:30", {
      place: land.to,
      pickup: {
        ...land.to,
        ...land.shop,
        hours: [
          { weekdays: [1, 2, 3, 4, 5], from: "09:00", to: "18:30" },
          { weekdays: [6], from: "09:00", to: "13:00" },
        ],
        until: day(6),
      },
      actionRequired: "pick_up",
    }),
  ]),
  delivered: sent(({ scan, land }) => [
    scan("out_for_delivery", 0, "07:48", { place: land.to }),
    scan("delivered", 0, "10:52", { place: land.to, leftAt: "FRONT DOOR" }),
  ]),
  attempted: sent(({ scan, land, day }) => [
    scan("out_for_delivery", -1, "23:10", { place: land.to }),
    scan("attempt_failed", 0, "10:20", {
      place: land.to,
      reason: "not_home",
      responsible: "shopper",
      actionRequired: "be_home",
      estimate: { from: day(1), to: day(1) },
    }),
  ]),
  no_news: ({ time }) => {
    const since = time.at(-2, "08:00");
    const check = { supported: true, checkedAt: since, problem: { kind: "outage" as const, since } };
    const parcel = time.parcel([time.scan("picked_up", -4, "18:05", { place: time.land.from })], {
      shippedAt: time.at(-4, "17:30"),
      check,
    });
    return { record: { placedAt: time.at(-5, "20:14"), promises: [time.window(0, 1)], parcels: [parcel] } };
  },
  at_risk: ({ time }) => ({
    record: { promises: [time.window(0, 1)], parcels: [time.parcel(underWay(time))] },
    kept: { judgement: learned(time, [2, 3], 0.62) },
  }),
  late: ({ time, shop }) => {
    const late = time.scan("exception", -1, "23:40", {
      reason: "weather",
      responsible: "nature",
      estimate: { from: time.day(2), to: time.day(2) },
    });
    const was = time.window(-2, -1);
    return {
      record: { placedAt: time.at(-6, "20:14"), promises: [was], parcels: [time.parcel([...underWay(time), late])] },
      kept: {
        delay: {
          ...{ level: "apology", cause: "carrier_date", reason: "weather", responsible: "nature" },
          ...{ was, isApologised: true, solvedOn: null },
        },
        gift: {
          ruleId: "scene",
          gesture: { kind: "percent_off", percent: 10, on: "next_order" },
          costMinor: 2_000,
          currency: shop.currency,
          code: "7Q4M-2XKD-9HTV",
        },
      },
    };
  },
  held: sent(({ scan }) => [
    scan("exception", 0, "06:15", {
      reason: "address_problem",
      responsible: "merchant",
      actionRequired: "correct_address",
    }),
  ]),
  lost: ({ time }) => {
    const scans = [...underWay(time), time.scan("lost", 0, "08:00", { reason: "lost", responsible: "carrier" })];
    return {
      record: { placedAt: time.at(-9, "20:14"), promises: [time.window(-5, -4)], parcels: [time.parcel(scans)] },
    };
  },
  returning: sent(({ scan, land }) => [
    scan("returning", 0, "08:25", { place: land.to, reason: "not_collected", responsible: "shopper" }),
  ]),
  cancelled: ({ time }) => ({ record: { cancelledAt: time.at(0, "09:30"), promises: [time.window(2, 3)] } }),
};
