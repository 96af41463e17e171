import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { Observation } from "./observation.ts";
import {
  askings,
  CHECKED,
  type Happening,
  journeys,
  keptScansOf,
  observation,
  SITES,
  scanOf,
  shuffled,
  summariesOf,
  summary,
  truth,
} from "./observation-testing.ts";
import { pickupAt } from "./pickup.ts";
import { stateOf } from "./state-of.ts";

const now = Temporal.Instant.from("2026-03-20T00:00:00Z");
const at = (day: number, hour = 12) =>
  `2026-03-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00Z`;
const askedAt = (moment: Temporal.Instant) => ({ ...CHECKED, checkedAt: moment.toString() });
const state = (observations: readonly Observation[], moment = now, check = askedAt(moment)) =>
  stateOf(observations, moment, check);
/** At the end of the journey, so that no silence is in play. */
const statusAfter = (journey: readonly Happening[], observations: readonly Observation[]) =>
  state(observations, journey.at(-1)?.instant ?? now).status;

const every = fc.integer({ min: 1, max: 4 });
const polled = fc.tuple(journeys(), every).map(([journey, step]) => ({ journey, reports: askings(journey, step) }));

/** Journeys and, among them, deliveries, returns, corrections, estimates and reasons, all in one heap. */
const heaps = fc
  .tuple(polled, fc.array(fc.record({ day: fc.integer({ min: 1, max: 19 }), turn: fc.nat(9) }), { maxLength: 4 }))
  .map(([{ reports }, turns]) => [
    ...keptScansOf(reports),
    ...summariesOf(reports),
    ...turns.map(({ day, turn }) => turnOf(turn, day)),
  ]);

function turnOf(turn: number, day: number): Observation {
  const estimate = { from: at(day), to: at(day + 1) };
  const waits = { status: "available_for_pickup" } as const;
  const turns: Observation[] = [
    observation({ status: "delivered", instant: at(day), observedAt: at(day, 13), signedBy: String(day) }),
    summary({ status: "delivered", observedAt: at(day), deliveredAt: at(day) }),
    observation({ status: "returning", localTime: at(day).slice(0, 10), observedAt: at(day, 14), reason: "refused" }),
    summary({ status: "in_transit", instant: at(day), observedAt: at(day, 15), corrects: true, estimate }),
    observation({ instant: at(day), observedAt: at(day, 14), reason: "weather", estimate }),
    summary({ status: "exception", observedAt: at(day), actionRequired: "pay_charges", estimate }),
    observation({ ...waits, instant: at(day), observedAt: at(day, 14), pickup: pickupAt({ city: "Leipzig" }) }),
    observation({
      ...waits,
      instant: at(day),
      observedAt: at(day, 14),
      pickup: pickupAt({ street: `${day % 3} High St` }),
    }),
    summary({ ...waits, observedAt: at(day), pickup: pickupAt({ name: "Kiosk", until: at(day + 7).slice(0, 10) }) }),
    summary({
      ...waits,
      observedAt: at(day, 16),
      pickup: pickupAt({ city: "Halle", until: at(day + 8).slice(0, 10) }),
    }),
  ];
  return turns[turn] ?? observation({});
}

test("the state is the same in whatever order the observations are given", () => {
  const given = heaps.chain((heap) => fc.tuple(fc.constant(heap), shuffled(heap)));
  fc.assert(
    fc.property(given, ([heap, other]) => {
      expect(state(other)).toEqual(state(heap));
    }),
  );
});

test("the state is the same however often the observations are told, and a scan that has a time also when told again later", () => {
  const given = heaps.chain((heap) => fc.tuple(fc.constant(heap), fc.subarray(heap), fc.nat(10)));
  fc.assert(
    fc.property(given, ([heap, again, hours]) => {
      const later = again
        .filter(({ kind, localTime, instant }) => kind === "scan" && (localTime ?? instant) !== null)
        .map((scan) => ({ ...scan, observedAt: Temporal.Instant.from(scan.observedAt).add({ hours }).toString() }));
      expect(state([...later, ...heap, ...again])).toEqual(state(heap));
    }),
  );
});

test("a summary that is told again before another one changes nothing", () => {
  const heard = ({ observedAt }: Observation) => Temporal.Instant.from(observedAt).epochMilliseconds;
  const last = (heap: readonly Observation[]) =>
    heap.filter(({ kind }) => kind === "summary").reduce((a, b) => (heard(a) > heard(b) ? a : b));
  fc.assert(
    fc.property(heaps, (heap) => {
      const newest = last(heap);
      const alone = heap.filter((one) => one === newest || heard(one) !== heard(newest) || one.kind === "scan");
      expect(state([...alone, { ...newest, observedAt: "2027-01-01T00:00:00Z" }])).toEqual(state(alone));
    }),
  );
});

test("however vaguely a carrier tells the times, the status is what happened last", () => {
  fc.assert(
    fc.property(polled, ({ journey, reports }) => {
      expect(statusAfter(journey, keptScansOf(reports))).toBe(truth(journey));
      expect(statusAfter(journey, [...keptScansOf(reports), ...summariesOf(reports)])).toBe(truth(journey));
    }),
  );
});

test("an older scan that comes late never turns the state back", () => {
  const late = fc.tuple(journeys(), every, fc.nat());
  fc.assert(
    fc.property(late, ([journey, step, pick]) => {
      const missed = pick % Math.max(1, journey.length - 1);
      const asked = askings(journey, step);
      const end = asked.at(-1)?.at ?? now;
      const before = asked.map(({ at: when, known }) => ({
        at: when,
        known: known.filter((happening) => happening !== journey[missed]),
      }));
      const asLate = [...before, { at: end.add({ hours: 1 }), known: journey }];
      expect(statusAfter(journey, keptScansOf(asLate))).toBe(truth(journey));
    }),
  );
});

test("whatever scans come late, a carrier that says where the parcel is now is believed", () => {
  const late = fc.tuple(journeys(), every, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }));
  fc.assert(
    fc.property(late, ([journey, step, isMissed]) => {
      const missed = new Set(journey.slice(0, -1).filter((_, index) => isMissed[index]));
      const asked = askings(journey, step);
      const asLate = asked.map(({ at: when, known }, index) => ({
        at: when,
        known: index === asked.length - 1 ? known : known.filter((happening) => !missed.has(happening)),
      }));
      expect(statusAfter(journey, [...keptScansOf(asLate), ...summariesOf(asLate)])).toBe(truth(journey));
    }),
  );
});

test("an old answer that comes after a newer one never turns the state back", () => {
  const stale = fc.tuple(journeys(["instant", "clock", "day"]), every, fc.nat());
  fc.assert(
    fc.property(stale, ([journey, step, pick]) => {
      const reports = askings(journey, step);
      const end = reports.at(-1)?.at ?? now;
      const old = reports[pick % reports.length];
      if (old === undefined || truth(journey) === "pending") return;
      const answers = [...reports, { at: end.add({ hours: 1 }), known: old.known }];
      expect(statusAfter(journey, [...keptScansOf(answers), ...summariesOf(answers)])).toBe(truth(journey));
    }),
  );
});

test("events told with offsets and by the clocks of known places give one status and the same milestones", () => {
  const places = SITES.filter(({ place }) => ["CN", "GB"].includes(place.country ?? "") || place.region === "NY");
  fc.assert(
    fc.property(journeys(["instant"], places), (journey) => {
      const told = (precision: "instant" | "clock") =>
        state(
          journey.map((happening, position) => scanOf({ ...happening, precision }, position, now)),
          journey.at(-1)?.instant,
        );
      expect(told("clock").status).toBe(told("instant").status);
      const reached = (precision: "instant" | "clock") =>
        told(precision).milestones.map(({ status, when }) => [status, when.localTime, when.zone]);
      expect(reached("clock")).toEqual(reached("instant"));
    }),
  );
});

test("behind a delivery nothing but a return counts", () => {
  const delivered = observation({ status: "delivered", instant: "2026-01-01T00:00:00Z" });
  fc.assert(
    fc.property(polled, ({ reports }) => {
      const later = [...keptScansOf(reports), ...summariesOf(reports)];
      expect(state([delivered, ...later]).status).toBe("delivered");
      const returning = observation({ status: "returning", instant: "2026-12-01T00:00:00Z" });
      expect(state([...later, returning, delivered], Temporal.Instant.from("2026-12-02T00:00:00Z")).status).toBe(
        "returning",
      );
      const before = observation({ status: "returning", instant: "2025-12-01T00:00:00Z" });
      expect(state([before, delivered, ...later]).status).toBe("returned");
    }),
  );
});

test("a pick-up place is told only while the parcel waits, and each of its facts was told of it", () => {
  const facts = ["name", "street", "city", "until"] as const;
  fc.assert(
    fc.property(heaps, (heap) => {
      const { status, pickup } = state(heap);
      if (pickup !== null) expect(status).toBe("available_for_pickup");
      for (const fact of facts) {
        const told = heap.map((one) => one.pickup?.[fact] ?? null);
        if (pickup?.[fact] != null) expect(told).toContain(pickup[fact]);
      }
    }),
  );
});

test("time alone changes nothing: until the carrier is asked again, only how well we see the parcel does", () => {
  fc.assert(
    fc.property(heaps, fc.integer({ min: 0, max: 400 }), (heap, days) => {
      const { health: _, ...seen } = state(heap);
      const { health: __, ...then } = state(heap, now.add({ hours: 24 * days }), askedAt(now));
      expect(then).toEqual(seen);
    }),
  );
});

test("asking alone changes nothing but that 30 days of silence end what is not at its end", () => {
  const moments = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(heaps, moments, (heap, days) => {
      const [earlier, later] = days.toSorted((a, b) => a - b).map((day) => state(heap, now.add({ hours: 24 * day })));
      const { health: _, checkedAt: asked, ...seen } = earlier ?? state(heap);
      const { health: __, checkedAt: askedAgain, ...then } = later ?? state(heap);
      expect(String(asked) <= String(askedAgain)).toBe(true);
      if (then.status !== "expired") expect(then).toEqual(seen);
      else expect({ ...then, status: null }).toEqual({ ...seen, status: null, pickup: null });
      if (seen.status === "expired") expect(then.status).toBe("expired");
    }),
  );
});
