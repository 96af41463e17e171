import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { journeyScript, type Step } from "#lib/carriers/sandbox/script.ts";
import { demoStories } from "#lib/demo/demo-drafts.ts";
import { type DemoParcel, demoParcels } from "#lib/demo/demo-parcels.ts";
import { demoMerchants, demoSlugs } from "#lib/demo/merchants.ts";
import { whenFrom } from "#lib/demo/stories/when.ts";
import { STATUSES, type Status } from "#lib/tracking/status.ts";
import { demoJourneys } from "./demo-journeys.ts";
import { journeyScriptOf } from "./journey-script.ts";

/** A week of days and the hours at which days change somewhere: the demo may be loaded at any of them. */
const days = Array.from({ length: 7 }, (_, day) => Temporal.PlainDate.from("2026-03-02").add({ days: day }));
const wednesday = Temporal.PlainDate.from("2026-03-04");
const hours = ["00:00", "08:30", "15:00", "23:59"];
const loadings = days.flatMap((day) => hours.map((hour) => ({ day, hour })));

/** Where a parcel is after a step, as a person would say. */
const SAYS: Readonly<Record<Exclude<Step, "note">, Status>> = {
  label: "info_received",
  picked_up: "picked_up",
  departed: "in_transit",
  arrived: "in_transit",
  customs_in: "customs",
  customs_out: "in_transit",
  customs_documents: "customs",
  at_destination: "in_transit",
  out_for_delivery: "out_for_delivery",
  attempt_not_home: "attempt_failed",
  attempt_address: "attempt_failed",
  attempt_closed: "attempt_failed",
  held_for_pickup: "available_for_pickup",
  in_locker: "available_for_pickup",
  delivered: "delivered",
  delay_weather: "exception",
  delay_operations: "exception",
  missorted: "exception",
  holiday: "exception",
  held_on_request: "exception",
  handed_over: "in_transit",
  customs_payment: "customs",
  found: "in_transit",
  damaged: "exception",
  address_problem: "exception",
  refused: "exception",
  lost: "lost",
  return_started: "returning",
  returned: "returned",
  cancelled: "cancelled",
};

/** The statuses that the demo opens with, whenever it is loaded. */
const OPENS_WITH: Readonly<Record<string, Status>> = {
  "#0998": "expired",
  "#1018": "delivered",
  "#1022": "returned",
  "#1029": "exception",
  "#1033": "customs",
  "#1036": "out_for_delivery",
  "#1040": "in_transit",
  "#1041": "in_transit",
  "#1045": "pending",
  "VG-88113": "lost",
  "VG-88115": "returning",
  "VG-88117": "exception",
  "VG-88118": "cancelled",
  "VG-88119": "available_for_pickup",
  "VG-88121": "attempt_failed",
  "VG-88131": "info_received",
  "VG-88132": "info_received",
  "AT-5527": "customs",
  "AT-5537": "out_for_delivery",
  "AT-5540": "in_transit",
  "AT-5553": "picked_up",
};

type Told = DemoParcel & { readonly slug: (typeof demoSlugs)[number]; readonly placed: readonly [number, string] };

const parcels: readonly Told[] = demoSlugs.flatMap((slug) =>
  demoParcels(slug).map((parcel) => {
    const story = demoStories(slug).find(({ number }) => number === parcel.orderNumber);
    return { ...parcel, slug, placed: story?.placed ?? [0, "00:00"] };
  }),
);

function told({ slug, orderNumber, number, placed, journey }: Told, day: Temporal.PlainDate, hour: string) {
  const when = whenFrom(day, demoMerchants[slug].zone);
  const now = Temporal.Instant.from(when.at(0, hour));
  const story = demoStories(slug).find((one) => one.number === orderNumber);
  const own = parcels.filter((one) => one.orderNumber === orderNumber).findIndex((one) => one.number === number);
  const shipped = story?.parcels?.[own]?.shipped ?? placed;
  const anchor = { today: day, shippedAt: Temporal.Instant.from(when.at(...shipped)), loadedAt: now };
  const script = journeyScriptOf(journey, anchor, now);
  const instant = (minutes: number) => now.add({ milliseconds: Math.round(minutes * 60_000) });
  return { script, instant, now, placedAt: Temporal.Instant.from(when.at(...placed)), anchor };
}

function statusAt({ script, now, instant }: ReturnType<typeof told>): Status {
  const newest = script.events.findLast(({ atMinutes }) => atMinutes <= 0);
  if (newest === undefined) return "pending";
  const status = newest.step === "note" ? "in_transit" : SAYS[newest.step];
  const isOld = now.since(instant(newest.atMinutes)).total("hours") > 30 * 24;
  return isOld && status === "in_transit" ? "expired" : status;
}

describe("the journeys of the demo's parcels", () => {
  it("are told of every parcel once, and of no others", () => {
    for (const slug of demoSlugs) {
      const stories = demoStories(slug).filter(({ parcels: sent = [] }) => sent.length > 0);
      expect(Object.keys(demoJourneys[slug]).toSorted()).toEqual(stories.map(({ number }) => number).toSorted());
      for (const { number, parcels: sent = [] } of stories) {
        const isPlayed = sent.map(({ carrier }) => carrier !== "t-cat");
        expect(
          demoJourneys[slug][number]?.map((journey) => journey !== null),
          number,
        ).toEqual(isPlayed);
      }
    }
  });

  it("show every status between them", () => {
    expect(new Set(Object.values(OPENS_WITH))).toEqual(new Set(STATUSES));
  });

  it.each(Object.entries(OPENS_WITH))("open %s with %s, whatever the day and the hour", (orderNumber, status) => {
    const parcel = parcels.find((one) => one.orderNumber === orderNumber);
    if (parcel === undefined) throw new Error("no such parcel");
    for (const { day, hour } of loadings) expect(statusAt(told(parcel, day, hour)), `${day} ${hour}`).toBe(status);
  });

  it("open a split order with one parcel delivered and the other in trouble", () => {
    const own = parcels.filter(({ orderNumber }) => orderNumber === "#1031");
    for (const { day, hour } of loadings) {
      expect(own.map((parcel) => statusAt(told(parcel, day, hour)))).toEqual(["delivered", "exception"]);
    }
  });

  it("are scripts that the sandbox takes, each scan after the one before and after the order was placed", () => {
    for (const parcel of parcels) {
      for (const { day, hour } of loadings) {
        const { script, instant, placedAt } = told(parcel, day, hour);
        expect(journeyScript.safeParse(script).success, parcel.orderNumber).toBe(true);
        const minutes = script.events.map(({ atMinutes }) => atMinutes);
        const isRising = minutes.every((at, index) => index === 0 || at > (minutes[index - 1] ?? at));
        expect(isRising, `${parcel.orderNumber} on ${day} at ${hour}: ${minutes.map(Math.round)}`).toBe(true);
        expect(Temporal.Instant.compare(instant(minutes[0] ?? 0), placedAt), parcel.orderNumber).toBe(1);
      }
    }
  });

  it("bring what was delivered before loading in the daytime, never on a Sunday, and say who has it or where it is", () => {
    for (const parcel of parcels) {
      for (const { day, hour } of loadings) {
        const { script, instant } = told(parcel, day, hour);
        const delivered = script.events.find(({ step, atMinutes }) => step === "delivered" && atMinutes < 0);
        if (delivered === undefined) continue;
        const local = instant(delivered.atMinutes).toZonedDateTimeISO(delivered.place.zone);
        expect(local.dayOfWeek, parcel.orderNumber).not.toBe(7);
        expect(local.hour, parcel.orderNumber).toBeGreaterThanOrEqual(9);
        expect(local.hour, parcel.orderNumber).toBeLessThan(19);
        expect(script.signedBy ?? script.leftAt, parcel.orderNumber).toBeDefined();
      }
    }
  });

  it("have every parcel that is held for pick-up wait at a shop with a name and a street", () => {
    const held = parcels.filter(({ journey }) => journey.beats.some(({ step }) => step === "held_for_pickup"));
    expect(held.length).toBeGreaterThan(0);
    for (const parcel of held) {
      const { pickupPoint } = told(parcel, wednesday, "12:00").script;
      expect(pickupPoint, parcel.orderNumber).toMatchObject({
        name: expect.stringMatching(/\S/),
        street: expect.stringMatching(/\d/),
      });
    }
  });

  it("let at least three parcels move within five minutes of loading, whatever the day", () => {
    for (const day of days) {
      const moving = parcels.filter((parcel) =>
        told(parcel, day, "12:00").script.events.some(({ atMinutes }) => atMinutes > 0.5 && atMinutes < 5),
      );
      expect(moving.length).toBeGreaterThanOrEqual(3);
    }
  });

  it("are the same to the minute when they are scripted again days later", () => {
    for (const parcel of parcels) {
      const { script, instant, now, anchor } = told(parcel, wednesday, "12:00");
      const later = now.add({ hours: 75, seconds: 13 });
      const again = journeyScriptOf(parcel.journey, anchor, later);
      const minuteOf = (at: Temporal.Instant) => at.toString({ smallestUnit: "minute" });
      expect(
        again.events.map(({ atMinutes }) =>
          minuteOf(later.add({ milliseconds: Math.round(atMinutes * 60_000) + 15_000 })),
        ),
      ).toEqual(script.events.map(({ atMinutes }) => minuteOf(instant(atMinutes))));
    }
  });

  it("expect the parcels of Chrissy and of the snow later than was promised", () => {
    for (const orderNumber of ["#1029", "VG-88117"]) {
      const parcel = parcels.find((one) => one.orderNumber === orderNumber);
      if (parcel === undefined) throw new Error("no such parcel");
      for (const { day, hour } of loadings) {
        const { script } = told(parcel, day, hour);
        const said = (script.estimates ?? []).filter(({ atMinutes }) => atMinutes <= 0);
        expect(said.length).toBeGreaterThan(1);
        expect(said[0]?.toMinutes).toBeLessThan(0);
        expect(said.at(-1)?.toMinutes).toBeGreaterThan(0);
      }
    }
  });
});
