import type { Temporal } from "temporal-polyfill";
import type { Reported } from "#lib/tracking/observation.ts";
import { reported } from "#lib/tracking/reported.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { TrialOrder, TrialParcel } from "./trial-shop-testing.ts";

/** What an order stands for, and the order. */
export type StageOrder = { readonly state: string; readonly isTrouble: boolean; readonly order: TrialOrder };

type Said = Partial<Omit<Reported, "effect" | "status" | "kind">>;
/** So many hours ago, and what happened then. */
type Scan = readonly [hoursAgo: number, status: Status, said?: Said];
type Story = {
  readonly isTrouble?: boolean;
  readonly parcels?: readonly (readonly Scan[])[];
  /** First and last day of the promise, counted from today. */
  readonly promise?: readonly [number, number] | null;
  readonly isCancelled?: boolean;
  /** Each parcel holds one of the things; without that, several parcels do and a single one holds all. */
  readonly isInParts?: boolean;
};

const ZONE = "Europe/London";
const HULL = { city: "HULL", region: null, postalCode: "HU1 2AA", country: "GB" };
const LEEDS = { city: "LEEDS", region: null, postalCode: "LS1 4AP", country: "GB" };
const ANTWERP = { city: "Antwerp", region: null, postalCode: "2000", country: "BE" };
const HOME = {
  name: "Robin Alvarez",
  street: "14 Mill Street",
  city: "Leeds",
  postcode: "LS1 4AP",
  region: null,
  country: "GB",
  phone: "+44 113 496 0000",
};

const sent: readonly Scan[] = [
  [70, "info_received", { place: ANTWERP, description: "Shipping label created" }],
  [64, "picked_up", { place: ANTWERP, description: "Picked up" }],
  [40, "in_transit", { place: HULL, description: "Arrival scan" }],
];
const day = (now: Temporal.Instant, days: number) =>
  now.toZonedDateTimeISO(ZONE).toPlainDate().add({ days }).toString();

/** A carrier's day, and its hours where it tells them. */
function expected(now: Temporal.Instant, days: number, hours: readonly [string, string] | null = null): Said {
  const on = day(now, days);
  const [from, to] = hours ?? [];
  return { estimate: { from: from === undefined ? on : `${on}T${from}`, to: to === undefined ? on : `${on}T${to}` } };
}

function stories(now: Temporal.Instant): Readonly<Record<string, Story>> {
  const shop = pickupShop(now);
  return {
    preparing: { promise: [3, 4] },
    "preparing, no promise": { promise: null },
    cancelled: { isCancelled: true },
    overdue: { promise: [-4, -3], isTrouble: true },
    pending: { parcels: [[]] },
    info_received: { parcels: [sent.slice(0, 1)], promise: null },
    picked_up: { parcels: [sent.slice(0, 2)] },
    in_transit: { parcels: [[...sent, [20, "in_transit", { place: LEEDS, ...expected(now, 1) }]]] },
    customs: { parcels: [[...sent, [20, "customs", { place: HULL, reason: "customs_inspection" }]]] },
    out_for_delivery: {
      parcels: [[...sent, [2, "out_for_delivery", { place: LEEDS, ...expected(now, 0, ["14:00:00", "18:00:00"]) }]]],
    },
    attempt_failed: {
      parcels: [[...sent, [3, "attempt_failed", { place: LEEDS, reason: "not_home", ...expected(now, 1) }]]],
      isTrouble: true,
    },
    available_for_pickup: {
      parcels: [[...sent, [5, "available_for_pickup", { place: LEEDS, pickup: shop, actionRequired: "pick_up" }]]],
    },
    delivered: {
      parcels: [[...sent, [4, "delivered", { place: LEEDS, leftAt: "FRONT DOOR", signedBy: "R ALVAREZ" }]]],
    },
    exception: {
      parcels: [[...sent, [8, "exception", { place: HULL, reason: "weather", ...expected(now, 3) }]]],
      promise: [0, 1],
      isTrouble: true,
    },
    "exception, the shopper must act": {
      parcels: [
        [...sent, [8, "exception", { place: HULL, reason: "address_problem", actionRequired: "correct_address" }]],
      ],
      isTrouble: true,
    },
    lost: { parcels: [[...sent, [8, "lost", { place: HULL, reason: "lost" }]]], isTrouble: true },
    returning: { parcels: [[...sent, [8, "returning", { place: HULL, reason: "refused" }]]], isTrouble: true },
    returned: { parcels: [[...sent, [8, "returned", { place: ANTWERP }]]], isTrouble: true },
    stopped: { parcels: [[...sent, [8, "cancelled", { place: HULL }]]], isTrouble: true },
    expired: { parcels: [sent.map(([ago, ...rest]) => [ago + 45 * 24, ...rest])], promise: null, isTrouble: true },
    ...splitStories(now),
  };
}

function pickupShop(now: Temporal.Instant) {
  return {
    ...LEEDS,
    name: "Mill Street News",
    street: "2 Mill Street",
    hours: [
      { weekdays: [1, 2, 3, 4, 5], from: "07:00", to: "19:30" },
      { weekdays: [6], from: "08:00", to: "13:00" },
    ],
    until: day(now, 6),
  };
}

/** Orders in several parcels, or with a part that is still with the shop. */
function splitStories(now: Temporal.Instant): Readonly<Record<string, Story>> {
  const shop = pickupShop(now);
  return {
    "two parcels, one here and one late": {
      parcels: [
        [...sent, [6, "delivered", { place: LEEDS }]],
        [...sent, [8, "exception", { place: HULL, reason: "missed_connection" }]],
      ],
      promise: [-1, 0],
      isTrouble: true,
    },
    "sent in part, the part here": {
      parcels: [[...sent, [6, "delivered", { place: LEEDS }]]],
      promise: null,
      isInParts: true,
    },
    "sent in part, the rest late": {
      parcels: [[...sent, [5, "available_for_pickup", { place: LEEDS, pickup: shop, actionRequired: "pick_up" }]]],
      promise: [-3, -2],
      isInParts: true,
      isTrouble: true,
    },
    "two parcels, one held up and one to collect": {
      parcels: [
        [...sent, [8, "exception", { place: HULL, reason: "weather" }]],
        [...sent, [5, "available_for_pickup", { place: LEEDS, pickup: { ...shop, until: day(now, 0) } }]],
      ],
      isTrouble: true,
    },
  };
}

/** An order in every state that a page can tell, told around this moment. `skus` are two things of the shop. */
export function stageOrders(
  now: Temporal.Instant,
  things: readonly { readonly sku: string; readonly title: string }[],
): readonly StageOrder[] {
  return Object.entries(stories(now)).map(([state, story], at) => {
    const { isTrouble = false, parcels = [], promise = [1, 2], isCancelled = false } = story;
    const isSplit = story.isInParts ?? parcels.length > 1;
    const placed = now.subtract({ hours: 100 + (state === "expired" ? 46 * 24 : 0) });
    return {
      state,
      isTrouble,
      order: {
        number: `#${2001 + at}`,
        placedAt: placed.toString(),
        ...(isCancelled ? { cancelledAt: now.subtract({ hours: 30 }).toString() } : {}),
        shipTo: HOME,
        lines: things.map((thing, nth) => ({ ...thing, quantity: nth + 1 })),
        promise: promise === null ? null : { fromDay: day(now, promise[0]), toDay: day(now, promise[1]) },
        parcels: parcels.map((scans, nth) => parcelOf(now, scans, isSplit ? things[nth] : undefined)),
      },
    };
  });
}

function parcelOf(
  now: Temporal.Instant,
  scans: readonly Scan[],
  only: { readonly sku: string } | undefined,
): TrialParcel {
  return {
    carrier: "dhl",
    shippedAt: now.subtract({ hours: (scans[0]?.[0] ?? 8) - 1 }).toString(),
    skus: only === undefined ? null : [only.sku],
    scans: scans.map(([hoursAgo, status, said], reportPosition) => {
      const at = now.subtract({ hours: hoursAgo });
      const localTime = at.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: "second" });
      const base = { kind: "scan", effect: "moves", status, reportPosition, raw: null } as const;
      return reported({ ...base, code: `${status} ${reportPosition}`, instant: at.toString(), localTime, ...said });
    }),
  };
}
