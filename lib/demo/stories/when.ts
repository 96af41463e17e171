import { Temporal } from "temporal-polyfill";

/** Days from today (negative is past) and the local time. */
export type Moment = readonly [day: number, time: string];

/** The demo's dates: everything is told in days before or after one day, in the shop's zone. */
export type When = {
  readonly today: Temporal.PlainDate;
  /** `YYYY-MM-DD`; negative days are past. */
  readonly day: (offset: number) => string;
  /** The same, but never a Sunday, when nothing is delivered: the Saturday before for the past, else the Monday after. */
  readonly deliveryDay: (offset: number) => string;
  /** An ISO instant: that day at this local time. */
  readonly at: (offset: number, time: string) => string;
};

/** Dates around `today` in a shop's zone. */
export function whenFrom(today: Temporal.PlainDate, zone: string): When {
  return {
    today,
    day: (offset) => today.add({ days: offset }).toString(),
    deliveryDay: (offset) => {
      const day = today.add({ days: offset });
      return (day.dayOfWeek === 7 ? day.add({ days: offset < 0 ? -1 : 1 }) : day).toString();
    },
    at: (offset, time) =>
      today
        .add({ days: offset })
        .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
        .toInstant()
        .toString(),
  };
}
