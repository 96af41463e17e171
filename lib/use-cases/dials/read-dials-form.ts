import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { localeFrom } from "#lib/brand/locale.ts";
import { type ChannelName, FREQUENCIES, type Frequencies, MILESTONES } from "#lib/tracking/page/dials.ts";

/** What a shopper sets. What the form did not hold is null and stays as it is. */
export type DialsToSave = {
  readonly language: string | null;
  /** `YYYY-MM-DD`, which may be over; `none` forgets the day. */
  readonly neededBy: string | "none" | null;
  readonly channels: readonly { readonly name: ChannelName; readonly frequencies: Frequencies }[];
};

const frequency = z.enum(FREQUENCIES);
/** Those that `dialsOf` offers. */
const CHANNELS = ["email", "sms"] as const;

/**
 * The form of the dials, or null when a field holds what the page never offers or no likely day. Whether a day that is over
 * may stand there depends on what is stored: `saveDials` knows.
 */
export function readDialsForm(form: Readonly<Record<string, unknown>>, today: string): DialsToSave | null {
  const neededBy = neededByIn(form.needed, today);
  const language = form.language === undefined ? null : localeFrom(String(form.language));
  if (neededBy === "wrong" || (form.language !== undefined && language === null)) return null;
  const channels: DialsToSave["channels"][number][] = [];
  for (const name of CHANNELS) {
    if (form[`${name}-${MILESTONES[0]}`] === undefined) continue;
    const frequencies = frequenciesIn(form, name);
    if (frequencies === null) return null;
    channels.push({ name, frequencies });
  }
  return { language, neededBy, channels };
}

function frequenciesIn(form: Readonly<Record<string, unknown>>, channel: ChannelName): Frequencies | null {
  const shape = z.object({
    confirmed: frequency,
    shipped: frequency,
    in_transit: frequency,
    out_for_delivery: frequency,
    delivered: frequency,
    delayed: frequency,
    problem: frequency,
    pickup_ready: frequency,
    returned: frequency,
  });
  const given = Object.fromEntries(MILESTONES.map((milestone) => [milestone, form[`${channel}-${milestone}`]]));
  return shape.safeParse(given).data ?? null;
}

/** A day within a year: what is further away was mistyped. */
function neededByIn(given: unknown, today: string): string | "none" | "wrong" | null {
  if (given === undefined) return null;
  if (given === "") return "none";
  if (typeof given !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(given)) return "wrong";
  try {
    const day = Temporal.PlainDate.from(given, { overflow: "reject" });
    const last = Temporal.PlainDate.from(today).add({ years: 1 });
    return Temporal.PlainDate.compare(day, last) <= 0 ? given : "wrong";
  } catch {
    return "wrong";
  }
}
