import type { CarrierReport } from "#lib/carriers/carrier.ts";
import { saidBy, UNKNOWN } from "#lib/carriers/meaning.ts";
import { midnightAsDay } from "#lib/carriers/midnight-as-day.ts";
import { carrierTime, timeText } from "#lib/tracking/carrier-time.ts";
import { newestFirst } from "#lib/tracking/newest-first.ts";
import { type Estimate, NOWHERE, type Reported, type Said } from "#lib/tracking/observation.ts";
import { reported } from "#lib/tracking/reported.ts";
import { type DhlMeaning, meaningOf } from "./codes.ts";
import { leftAtOfWords } from "./phrases.ts";
import { pickupNow, pickupOfScan } from "./pickup.ts";
import { placeOf } from "./place-of.ts";
import { rawOf } from "./raw-of.ts";
import type { DhlEvent, DhlShipment } from "./schema.ts";

/** The report of one shipment. Its `status` is the summary; where there is none, the newest event stands for it. */
export function reportOf(shipment: DhlShipment): Extract<CarrierReport, { found: true }> {
  const scans = newestFirst((shipment.events ?? []).map((event) => scanOf(shipment.service, event)));
  const summary = summaryOf(shipment, scans);
  return { found: true, trackingNumber: shipment.id, summary, scans };
}

function scanOf(service: string | null, event: DhlEvent): Reported {
  const { coarse: _, byText, ...meaning } = meaningOf(service, event);
  const time = carrierTime(event.timestamp);
  return reported({
    ...meaning,
    kind: "scan",
    description: descriptionOf(event, meaning.code),
    localTime: time?.localTime ?? null,
    instant: time?.instant ?? null,
    place: placeOf(event),
    pickup: pickupOfScan(event, meaning),
    reportPosition: 0,
    deliveredAt: meaning.status === "delivered" ? timeText(time) : null,
    leftAt: leftAtOf(event, meaning),
    raw: byText ? { ...rawOf(event), ...BY_TEXT } : rawOf(event),
  });
}

function summaryOf(shipment: DhlShipment, scans: readonly Reported[]): Reported {
  const [newest] = scans;
  const position = { kind: "summary", reportPosition: scans.length } as const;
  const { status } = shipment;
  const raw = wordsOf(shipment);
  if (status === null) {
    const said: Said = scans.find((scan) => scan.effect !== "informs") ?? UNKNOWN;
    return reported({ ...newest, ...saidBy(said), ...position, ...outcomeOf(shipment, said, scans), raw });
  }
  const { coarse, byText, ...meaning } = meaningOf(shipment.service, status);
  const before = scans.find((scan) => scan.effect === "moves") ?? coarse;
  const own = saidBy(meaning.effect === "informs" ? before : meaning);
  const time = carrierTime(status.timestamp);
  const place = placeOf(status);
  return reported({
    ...meaning,
    ...own,
    ...position,
    description: descriptionOf(status, meaning.code),
    localTime: (time ?? newest)?.localTime ?? null,
    instant: (time ?? newest)?.instant ?? null,
    place: place === NOWHERE ? (newest?.place ?? NOWHERE) : place,
    ...outcomeOf(shipment, own, scans),
    leftAt: own.status === "delivered" ? (leftAtOf(status, meaning) ?? deliveryAmong(scans)?.leftAt ?? null) : null,
    raw: byText ? { ...raw, ...BY_TEXT } : raw,
  });
}

/** Beside the carrier's own words: what they say was read from them, and not from a code. */
const BY_TEXT = { byText: true } as const;

function leftAtOf(event: DhlEvent, { status, leftAt }: Pick<DhlMeaning, "status" | "leftAt">): string | null {
  return status === "delivered" ? (leftAt ?? leftAtOfWords(event.description)) : null;
}

function deliveryAmong(scans: readonly Reported[]): Reported | undefined {
  return scans.find((scan) => scan.status === "delivered");
}

type Outcome = Pick<Reported, "estimate" | "deliveredAt" | "signedBy" | "pickup">;

/** When it is expected, or when it came and who took it: the proof of delivery counts once the parcel is delivered. */
function outcomeOf(shipment: DhlShipment, said: Said, scans: readonly Reported[]): Outcome {
  const { status, details } = shipment;
  const pickup = pickupNow(shipment, said, scans);
  if (said.status !== "delivered") return { estimate: estimateOf(shipment), deliveredAt: null, signedBy: null, pickup };
  const { timestamp, signed } = details.proofOfDelivery;
  return {
    estimate: null,
    deliveredAt:
      timeText(carrierTime(timestamp)) ?? deliveryAmong(scans)?.deliveredAt ?? timeText(carrierTime(status?.timestamp)),
    signedBy: signerOf(signed),
    pickup,
  };
}

/**
 * `name` is the whole name, or, as in DHL's own sample, only the given one beside which the other stands. Where nobody signed,
 * some divisions write that it was delivered.
 */
function signerOf({ name, givenName, familyName }: DhlShipment["details"]["proofOfDelivery"]["signed"]): string | null {
  const parts = [givenName, familyName].filter((part) => part !== null).join(" ");
  const signer = name !== null && name.length >= parts.length ? name : parts;
  return signer === "" || /^delivered$/i.test(signer) ? null : signer;
}

type Dates = Pick<DhlShipment, "estimatedDeliveryTimeFrame" | "estimatedTimeOfDelivery">;

/** Midnight alone stands for the day ("by end of day"), also as a frame without length; any other frame is taken as given. */
function estimateOf({ estimatedDeliveryTimeFrame: frame, estimatedTimeOfDelivery }: Dates): Estimate | null {
  const from = timeText(carrierTime(frame?.estimatedFrom));
  const to = timeText(carrierTime(frame?.estimatedThrough));
  const [start, end] = [from ?? to, to ?? from];
  if (start !== null && end !== null && start < end) return { from: start, to: end };
  const at =
    start !== null && start === end ? (frame?.estimatedFrom ?? frame?.estimatedThrough) : estimatedTimeOfDelivery;
  const point = timeText(midnightAsDay(carrierTime(at)));
  return point === null ? null : { from: point, to: point };
}

/** Some divisions put their text where others put the code, and leave the description out. */
function descriptionOf({ description, status }: DhlEvent, code: DhlMeaning["code"]): string | null {
  const isText = status !== null && status !== code && (status.includes(" ") || /^[^\d_]{4,}$/.test(status));
  return description ?? (isText ? status : null);
}

/** What the summary was made from, without people and streets. */
function wordsOf({ service, status, estimatedTimeOfDelivery, estimatedDeliveryTimeFrame, details }: DhlShipment) {
  return {
    service,
    status: status && rawOf(status),
    estimatedTimeOfDelivery,
    estimatedDeliveryTimeFrame,
    proofOfDelivery: details.proofOfDelivery.timestamp,
  };
}
