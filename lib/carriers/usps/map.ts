import type { CarrierReport } from "#lib/carriers/carrier.ts";
import { type Meaning, meaningOfReported, saidOf } from "#lib/carriers/meaning.ts";
import { alpha2 } from "#lib/carriers/reading.ts";
import { type Handover, isOver, NO_HANDOVER, whenAndWhere } from "#lib/carriers/summary-parts.ts";
import { carrierTime, wallTime } from "#lib/tracking/carrier-time.ts";
import { alpha2Named } from "#lib/tracking/country-codes.ts";
import { instantMsOf, isoSeconds } from "#lib/tracking/epoch.ts";
import { newestFirst } from "#lib/tracking/newest-first.ts";
import { NOWHERE, type Place, type Reported } from "#lib/tracking/observation.ts";
import { reported } from "#lib/tracking/reported.ts";
import { meaningOfCategory, meaningOfEvent } from "./codes.ts";
import { estimateOf } from "./estimate.ts";
import { readEventSummary } from "./event-summaries.ts";
import { BY_TEXT, isToSender, meaningOfText } from "./phrases.ts";
import { pickupNow, pickupOfScan } from "./pickup.ts";
import type { UspsEvent, UspsParcel } from "./schema.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The report of one parcel. The category speaks for the parcel; where it is none that we know, its newest scan does. */
export function reportOf(parcel: UspsParcel): CarrierReport {
  const events = parcel.trackingEvents ?? [];
  const lines = events.length > 0 ? [] : (parcel.eventSummaries ?? []);
  const scans = newestFirst([...events.map(scanOf), ...lines.map(scanOfLine)]);
  return { found: true, trackingNumber: parcel.trackingNumber, summary: summaryOf(parcel, scans), scans };
}

function summaryOf(parcel: UspsParcel, scans: readonly Reported[]): Reported {
  const { code, byText, ...meaning } = spokenBy(parcel, scans);
  const isDelivered = meaning.status === "delivered";
  return reported({
    ...meaning,
    ...whenAndWhere(scans[0]),
    kind: "summary",
    code,
    description: parcel.status,
    reportPosition: scans.length,
    estimate: isDelivered || isOver(meaning) ? null : estimateOf(parcel),
    ...(isDelivered ? handoverOf(parcel, scans) : NO_HANDOVER),
    pickup: pickupNow(parcel, meaning, scans),
    raw: byText ? { ...saidOfParcel(parcel), ...BY_TEXT } : saidOfParcel(parcel),
  });
}

/** By the scan of the delivery, for which a newest one stands whose code no table has; else by USPS's sentence. */
function handoverOf(parcel: UspsParcel, scans: readonly Reported[]): Handover {
  const scanned = scans.find((scan) => scan.status === "delivered");
  const leftAt = scanned?.leftAt ?? leftAtOf(parcel.status);
  if (scanned !== undefined) return { deliveredAt: scanned.deliveredAt, signedBy: scanned.signedBy, leftAt };
  const [newest] = scans;
  if (newest?.effect !== "unknown") {
    return { ...NO_HANDOVER, deliveredAt: readEventSummary(parcel.statusSummary ?? "").localTime, leftAt };
  }
  const event = parcel.trackingEvents?.find(
    ({ eventCode, eventType }) => eventCode === newest.code && eventType === newest.description,
  );
  return {
    deliveredAt: newest.instant ?? newest.localTime,
    signedBy: event?.recipientName ?? event?.name ?? null,
    leftAt: leftAt ?? leftAtOf(newest.description),
  };
}

type Spoken = Meaning & { readonly code: string | null; readonly byText: boolean };

/** The category, in the words of the newest scan where that says the same more finely; else that scan, else the text. */
function spokenBy({ statusCategory, status }: UspsParcel, [newest]: readonly Reported[]): Spoken {
  const category = meaningOfCategory(statusCategory);
  const scan = newest === undefined ? null : meaningOfReported(newest);
  if (category.status === "delivered" && isToSender(status)) return { ...BACK, code: statusCategory, byText: true };
  if (category.effect === "moves") {
    return { ...(scan !== null && isFiner(scan, category) ? scan : category), code: statusCategory, byText: false };
  }
  if (newest !== undefined && scan !== null) return { ...scan, code: newest.code, byText: newest.code === null };
  const byText = statusCategory === null;
  return { ...(byText ? meaningOfText(status) : category), code: statusCategory, byText };
}

const TROUBLE: ReadonlySet<string | null> = new Set(["exception", "attempt_failed", "returning", "returned", "lost"]);

/** An alert is for anything that went wrong, and "delivered" also for what the sender has back. */
function isFiner(scan: Meaning, category: Meaning): boolean {
  if (category.status === "exception") return TROUBLE.has(scan.status);
  return scan.status === category.status || (category.status === "delivered" && scan.status === "returned");
}

/** What the summary was made from, without the scans. */
function saidOfParcel(whole: UspsParcel): object {
  const { trackingNumber: _n, trackingEvents: _e, eventSummaries: _l, statusSummary: _s, ...parcel } = whole;
  return Object.fromEntries(Object.entries(parcel).filter(([, value]) => value !== null));
}

function scanOf(event: UspsEvent): Reported {
  const byText = event.eventCode === null;
  const meaning = byText ? meaningOfText(event.eventType) : meaningOfEvent(event.eventCode);
  return scan(event.eventType, meaning, {
    code: event.eventCode,
    localTime: wallTime(event.eventTimestamp)?.localTime ?? null,
    instant: instantOf(event),
    place: placeOf(event),
    signedBy: event.recipientName ?? event.name,
    raw: byText ? { ...Object(event.raw), ...BY_TEXT } : event.raw,
  });
}

/** An event of the short form, which has no code. */
function scanOfLine(line: string): Reported {
  const { name, ...known } = readEventSummary(line);
  return scan(name, meaningOfText(name), { ...known, raw: { eventSummary: line, ...BY_TEXT } });
}

type Known = Partial<Reported> & Pick<Reported, "place" | "localTime" | "raw">;

function scan(name: string | null, said: Meaning, known: Known): Reported {
  const meaning = said.status === "delivered" && isToSender(name) ? BACK : said;
  const isDelivered = meaning.status === "delivered";
  return reported({
    ...known,
    ...meaning,
    kind: "scan",
    description: name,
    reportPosition: 0,
    deliveredAt: isDelivered ? (known.instant ?? known.localTime) : null,
    signedBy: isDelivered ? (known.signedBy ?? null) : null,
    leftAt: isDelivered ? leftAtOf(name) : null,
    pickup: pickupOfScan(meaning, known.place),
    raw: known.raw,
  });
}

const BACK: Meaning = { ...saidOf("returned"), reason: null, responsible: null, actionRequired: null };

/** `GMTTimestamp` is true UTC, with or without its `Z`. Else the wall time with the offset that stands beside it. */
function instantOf({ GMTTimestamp, GMTOffset, eventTimestamp }: UspsEvent): string | null {
  const utc = carrierTime(GMTTimestamp);
  const local = wallTime(eventTimestamp);
  const reckoned = local === null ? null : (carrierTime(`${local.localTime}${offsetOf(GMTOffset)}`)?.instant ?? null);
  if (utc === null) return reckoned;
  return ofTheSameDay(utc.instant ?? carrierTime(`${GMTTimestamp}Z`)?.instant ?? null, reckoned);
}

/** Recorded replies have the local day in front of the UTC clock: a whole day between both is the day's fault. */
function ofTheSameDay(utc: string | null, reckoned: string | null): string | null {
  const [told, expected] = [instantMsOf(utc), instantMsOf(reckoned)];
  if (told === null || expected === null) return utc ?? reckoned;
  const days = Math.round((expected - told) / DAY_MS);
  const isDayOnly = Math.abs(days) === 1 && Math.abs(expected - told - days * DAY_MS) < MINUTE_MS * 2;
  return isDayOnly ? isoSeconds(told + days * DAY_MS) : utc;
}

/** `-05:00`, `-7:00`, `-0700`; the number that YAML makes of the documented `-7:00` is minutes: `-420`. Empty for none. */
function offsetOf(text: string | null): string {
  const [, sign = "", hours, minutes] = /^([+-]?)(\d{1,2}):?(\d{2})$/.exec(text ?? "") ?? [];
  if (hours === undefined || text === null) return "";
  if (!/^-?\d{2,3}$/.test(text)) return `${sign || "+"}${hours.padStart(2, "0")}:${minutes}`;
  const all = Math.abs(Number(text));
  return `${sign || "+"}${String(Math.trunc(all / 60)).padStart(2, "0")}:${String(all % 60).padStart(2, "0")}`;
}

/** At home USPS leaves the country out. */
function placeOf(event: UspsEvent): Place {
  const { eventCity: city, eventState: region, eventCountry } = event;
  const postalCode = event.eventZIPCode ?? event.eventZIP;
  if (eventCountry === null) {
    return city === null && region === null && postalCode === null
      ? NOWHERE
      : { city, region, postalCode, country: "US" };
  }
  return { city, region, postalCode, country: alpha2(eventCountry) ?? alpha2Named(eventCountry) };
}

/** USPS has one code for delivered and says where in the text: "Delivered, Front Door/Porch". */
function leftAtOf(name: string | null): string | null {
  return /^delivered,\s*(\S.*)$/i.exec(name ?? "")?.[1] ?? null;
}
