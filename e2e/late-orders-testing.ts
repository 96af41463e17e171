import type { Temporal } from "temporal-polyfill";
import type { Reported } from "#lib/tracking/observation.ts";
import { reported } from "#lib/tracking/reported.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { KeptRows } from "./keep-trouble-testing.ts";
import type { TrialOrder } from "./trial-shop-testing.ts";

/** One moment of something that goes wrong: the order, and what judging had kept of it by then. */
export type LateOrder = { readonly moment: string; readonly order: TrialOrder; readonly kept: KeptRows };

type Said = Partial<Omit<Reported, "effect" | "status" | "kind">>;
type Scan = readonly [hoursAgo: number, status: Status, said?: Said];
type Moment = {
  /** Null while the parcel is still with the shop. */
  readonly scans: readonly Scan[] | null;
  /** First and last day of the promise, counted from today. */
  readonly promise: readonly [number, number];
  readonly kept?: KeptRows;
};

const ZONE = "Europe/London";
const MEMPHIS = { city: "MEMPHIS", region: "TN", postalCode: "38118", country: "US" };
const HULL = { city: "HULL", region: null, postalCode: "HU1 2AA", country: "GB" };
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
  [70, "picked_up", { place: MEMPHIS }],
  [52, "in_transit", { place: MEMPHIS }],
];

type Moments = Readonly<Record<string, Moment>>;

function moments(now: Temporal.Instant): Moments {
  return { ...storm(now), ...heldUp(now), ...gone(now) };
}

const dayIn = (now: Temporal.Instant, days: number) =>
  now.toZonedDateTimeISO(ZONE).toPlainDate().add({ days }).toString();
const by = (now: Temporal.Instant, days: number): Said => ({
  estimate: { from: dayIn(now, days), to: dayIn(now, days) },
});
const between = (now: Temporal.Instant, from: number, to: number) => ({
  fromDay: dayIn(now, from),
  toDay: dayIn(now, to),
});

/** Three hours ago, or less while the day is younger than that: what is out for delivery, or has come, is so today. */
function thisMorning(now: Temporal.Instant): number {
  const local = now.toZonedDateTimeISO(ZONE);
  return Math.min(3, local.startOfDay().until(local).total("hours") / 2);
}

function storm(now: Temporal.Instant): Moments {
  const blown = (days: number): Scan => [20, "exception", { place: MEMPHIS, reason: "weather", ...by(now, days) }];
  const sorry = { level: "apology", was: between(now, -2, -1) } as const;
  const code = "7Q4M-2XKD-9HTV";
  return {
    "storm, before anyone says so": {
      scans: sent,
      promise: [0, 1],
      kept: { learned: between(now, 1, 3), late: 0.62 },
    },
    "storm, the carrier's new date breaks the promise": { scans: [...sent, blown(3)], promise: [0, 1] },
    "storm, the day has passed": {
      scans: [...sent, blown(1)],
      promise: [-2, -1],
      kept: {
        delay: { ...sorry, state: "late", cause: "passed", severity: 2 },
        gesture: { gesture: { kind: "percent_off", percent: 10, on: "next_order" }, costMinor: 1_250, code },
        tier: "Gold",
      },
    },
    "storm, it is out for delivery": {
      scans: [...sent, blown(0), [thisMorning(now), "out_for_delivery", { place: HULL }]],
      promise: [-2, -1],
      kept: { delay: { ...sorry, state: "late", cause: "passed", severity: 1, reason: "weather" } },
    },
    "storm, it is here": {
      scans: [...sent, blown(0), [thisMorning(now), "delivered", { place: HULL, leftAt: "FRONT DOOR" }]],
      promise: [-2, -1],
      kept: {
        delay: { ...sorry, state: "late", cause: "passed", severity: 2, isSolved: true },
        gesture: { gesture: { kind: "shipping_refund" }, costMinor: 490, code: null },
      },
    },
  };
}

function heldUp(now: Temporal.Instant): Moments {
  return {
    missort: {
      scans: [...sent, [20, "in_transit", { place: HULL, reason: "missorted", ...by(now, 4) }]],
      promise: [0, 1],
    },
    "customs, they look": {
      scans: [...sent, [20, "customs", { place: HULL, reason: "customs_inspection", ...by(now, 1) }]],
      promise: [0, 1],
      kept: { learned: between(now, 1, 4), late: 0.55 },
    },
    "customs, papers": {
      scans: [
        ...sent,
        [20, "customs", { place: HULL, reason: "customs_documents", actionRequired: "provide_documents" }],
      ],
      promise: [0, 1],
    },
    "silence, past the day": {
      scans: sent.map(([ago, ...rest]): Scan => [ago + 144, ...rest]),
      promise: [-3, -2],
      kept: {
        delay: { state: "stuck", level: "apology", cause: "silent", severity: 2, was: between(now, -3, -2) },
        learned: between(now, 1, 5),
        late: 1,
      },
    },
  };
}

function gone(now: Temporal.Instant): Moments {
  return {
    loss: { scans: [...sent, [8, "lost", { place: MEMPHIS, reason: "lost" }]], promise: [-4, -3] },
    "loss, a new one was asked for": {
      scans: [...sent, [8, "lost", { place: MEMPHIS, reason: "lost" }]],
      promise: [-4, -3],
      kept: { chosen: { remedy: "reship", dueInHours: 26 } },
    },
    "loss, to be decided": {
      scans: [...sent, [8, "lost", { place: MEMPHIS, reason: "lost" }]],
      promise: [-4, -3],
    },
    "late hand-over, still with the shop": { scans: null, promise: [-2, -1] },
    "late hand-over, to go elsewhere": { scans: null, promise: [-2, -1] },
    "late hand-over, on its way": {
      scans: sent.slice(0, 1).map(([, ...rest]): Scan => [6, ...rest]),
      promise: [-1, 0],
      kept: {
        learned: between(now, 2, 3),
        late: 0.95,
        delay: {
          state: "late",
          level: "apology",
          cause: "nearly_sure",
          severity: 2,
          reason: "late_handover",
          was: between(now, -1, 0),
        },
      },
    },
    "in time": { scans: [...sent, [10, "in_transit", { place: HULL, ...by(now, 1) }]], promise: [0, 1] },
  };
}

/** An order for each moment of a storm, a missort, customs, silence, a loss and a late hand-over, told around `now`. */
export function lateOrders(
  now: Temporal.Instant,
  things: readonly { readonly sku: string; readonly title: string }[],
): readonly LateOrder[] {
  return Object.entries(moments(now)).map(([moment, { scans, promise, kept = {} }], at) => ({
    moment,
    kept,
    order: {
      number: `#${3001 + at}`,
      placedAt: now.subtract({ hours: 240 }).toString(),
      shipTo: HOME,
      lines: things.map((thing) => ({ ...thing, quantity: 1 })),
      promise: between(now, ...promise),
      parcels:
        scans === null
          ? []
          : [
              {
                carrier: "dhl" as const,
                shippedAt: now.subtract({ hours: (scans[0]?.[0] ?? 8) + 1 }).toString(),
                skus: null,
                scans: scans.map((scan, position) => reportedScan(now, scan, position)),
              },
            ],
    },
  }));
}

function reportedScan(now: Temporal.Instant, [hoursAgo, status, said]: Scan, reportPosition: number): Reported {
  const at = now.subtract({ minutes: Math.round(hoursAgo * 60) });
  const localTime = at.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: "second" });
  const base = { kind: "scan", effect: "moves", status, reportPosition, raw: null } as const;
  return reported({ ...base, code: `${status} ${reportPosition}`, instant: at.toString(), localTime, ...said });
}
