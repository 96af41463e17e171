import { midnightAsDay } from "#lib/carriers/midnight-as-day.ts";
import { dayOnly, wallTime } from "#lib/tracking/carrier-time.ts";
import type { Estimate } from "#lib/tracking/observation.ts";
import type { UspsParcel } from "./schema.ts";

/**
 * When USPS expects to deliver, in local time: the predicted day with its window, else the expected, else the guaranteed
 * time. A `Z` on these is not true. Midnight stands for the day.
 */
export function estimateOf(parcel: UspsParcel): Estimate | null {
  return (
    predicted({ ...parcel, ...known(parcel.deliveryDateExpectation) }) ??
    point(parcel.predictedDeliveryTimeStamp) ??
    point(parcel.deliveryDateExpectation?.expectedDeliveryDate) ??
    point(parcel.expectedDeliveryTimeStamp) ??
    at(parcel.expectedDeliveryDate, parcel.expectedDeliveryTime) ??
    point(parcel.deliveryDateExpectation?.guaranteedDeliveryDate) ??
    point(parcel.guaranteedDeliveryTimeStamp) ??
    point(parcel.guaranteedDeliveryDate)
  );
}

type Predicted = Pick<
  UspsParcel,
  "predictedDeliveryDate" | "predictedDeliveryWindowStartTime" | "predictedDeliveryWindowEndTime" | "endOfDay"
>;

/** A window that is open at one side ends with its day, or when USPS says that the day ends. */
function predicted(parcel: Predicted): Estimate | null {
  const day = dayOf(parcel.predictedDeliveryDate);
  if (day === null) return null;
  const from = withClock(day, parcel.predictedDeliveryWindowStartTime) ?? day;
  const to = withClock(day, parcel.predictedDeliveryWindowEndTime ?? parcel.endOfDay) ?? day;
  return from > to && to !== day ? { from: day, to: day } : { from, to };
}

function at(date: string | null, clock: string | null): Estimate | null {
  const day = dayOf(date);
  const time = day === null ? null : (withClock(day, clock) ?? day);
  return time === null ? null : { from: time, to: time };
}

function point(text: string | null | undefined): Estimate | null {
  const time = midnightAsDay(wallTime(text))?.localTime;
  return time === undefined ? null : { from: time, to: time };
}

function dayOf(text: string | null): string | null {
  const time = wallTime(text);
  return time === null ? null : dayOnly(time).localTime;
}

const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:([ap])\.?m\.?)?$/i;

/** `13:15`, `13:15:00`, `1:15 PM`, or the clock of a whole time, on that day. */
function withClock(day: string, text: string | null): string | null {
  if (text === null) return null;
  const whole = wallTime(text)?.localTime.split("T")[1];
  if (whole !== undefined) return `${day}T${whole}`;
  const [, hour, minute, second = "00", half] = CLOCK.exec(text) ?? [];
  if (hour === undefined) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return wallTime(`${day}T${String(hours).padStart(2, "0")}:${minute}:${second}`)?.localTime ?? null;
}

function known(dates: UspsParcel["deliveryDateExpectation"]): Partial<Predicted> {
  return dates?.predictedDeliveryDate == null ? {} : dates;
}
