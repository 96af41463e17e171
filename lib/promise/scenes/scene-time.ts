import type { Temporal } from "temporal-polyfill";
import type { Observation } from "#lib/tracking/observation.ts";
import type { ParcelRecord, Window } from "#lib/tracking/page/tracking-page.ts";
import type { Status } from "#lib/tracking/status.ts";
import { UNSAID } from "#lib/tracking/unsaid.ts";
import { landOf, type SceneLand } from "./scene-place.ts";

type Told = Partial<Omit<Observation, "effect" | "status">>;

/** A scene's dates: told in days before and after its today, which is the day in the shop's zone. */
export type SceneTime = {
  readonly now: Temporal.Instant;
  readonly land: SceneLand;
  readonly day: (offset: number) => string;
  readonly window: (from: number, to?: number) => Window;
  /** An ISO instant on the shop's clock. */
  readonly at: (offset: number, time: string) => string;
  /** A scan that moves the parcel. */
  readonly scan: (status: Status, offset: number, time: string, told?: Told) => Observation;
  readonly parcel: (observations: readonly Observation[], change?: Partial<ParcelRecord>) => ParcelRecord;
};

/** What the clock of a scene shows: late enough for the van to be out, early enough for it not to have come. */
const NOON = "11:40";
const CHECKED_MINUTES_AGO = 12;

/** The dates of a scene on the day that it is in this zone. A parcel holds all of so many things, unless it says otherwise. */
export function sceneTime(instant: Temporal.Instant, zone: string, things: number): SceneTime {
  const today = instant.toZonedDateTimeISO(zone).toPlainDate();
  const land = landOf(zone);
  const day = (offset: number) => today.add({ days: offset }).toString();
  const at = (offset: number, time: string) =>
    today.add({ days: offset }).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString();
  const now = today.toZonedDateTime({ timeZone: zone, plainTime: NOON }).toInstant();
  const checkedAt = now.subtract({ minutes: CHECKED_MINUTES_AGO }).toString();
  return {
    now,
    land,
    day,
    at,
    window: (from, to = from) => ({ fromDay: day(from), toDay: day(to) }),
    scan: (status, offset, time, told = {}) => {
      const localTime = `${day(offset)}T${time}:00`;
      const made = {
        kind: "scan",
        reportPosition: 0,
        corrects: false,
        place: land.hub,
        observedAt: checkedAt,
      } as const;
      return { ...UNSAID, ...made, ...told, effect: "moves", status, localTime };
    },
    parcel: (observations, change = {}) => ({
      carrier: land.carrier,
      shippedAt: at(-2, "17:30"),
      items: Array.from({ length: things }, (_, index) => ({ position: index + 1, quantity: null })),
      observations,
      check: { supported: true, checkedAt, problem: null },
      ...change,
    }),
  };
}
