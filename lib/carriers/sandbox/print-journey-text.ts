import type { JourneyText, TextEstimate, TextEvent, TextFault } from "./journey-text.ts";
import { usualPlace } from "./journey-text.ts";
import { type KnownPlaces, wordsForPlace } from "./known-places.ts";
import { momentText, timeText } from "./moment.ts";
import { isSamePlace, placeText } from "./place-words.ts";
import { faultWord, stepWord } from "./text-words.ts";

/** The text of a journey: `parseJourneyText` reads the same journey from it. */
export function printJourneyText(journey: JourneyText): string {
  const known = { from: journey.from, to: journey.to, others: otherPlaces(journey) };
  const lines = [
    ...header("journey", journey.title),
    `from: ${placeText(journey.from)}`,
    `to: ${placeText(journey.to)}`,
    ...known.others.map((place) => `place: ${placeText(place)}`),
    ...header("day 0", dayZeroText(journey.dayZero)),
    ...header("first asked", journey.asked === null ? null : momentText(journey.asked)),
    ...header("listed", journey.isListedAsReported ? "as reported" : null),
    ...header("parcels", journey.pieces === null ? null : String(journey.pieces)),
    ...header("handed to", journey.partner === null ? null : partnerText(journey.partner)),
    ...header("waits at", journey.pickupPoint === null ? null : pointText(journey.pickupPoint)),
    ...header("signed by", journey.signedBy),
    ...header("left at", journey.leftAt),
    ...header("fault", journey.fault === null ? null : faultText(journey.fault)),
    ...eventLines(journey.earlier, known).map((line) => `earlier ${line}`),
    ...eventLines(journey.events, known),
    ...journey.expected.map((estimate) => `expected: ${estimateText(estimate)}`),
  ];
  return `${lines.join("\n")}\n`;
}

function header(key: string, value: string | null): readonly string[] {
  const plain = value?.replaceAll(/\s+/g, " ").trim() ?? "";
  return plain === "" ? [] : [`${key}: ${plain}`];
}

function otherPlaces({ from, to, events, earlier }: JourneyText) {
  const all = [...earlier, ...events].map(({ place }) => place);
  const others = all.filter((place) => !isSamePlace(place, from) && !isSamePlace(place, to));
  return others.filter((place, at) => others.findIndex((other) => isSamePlace(other, place)) === at);
}

function dayZeroText(dayZero: string | null): string | null {
  if (dayZero === "before_clock_change") return "the day before the clocks change";
  return dayZero === null ? null : `${dayZero.slice(0, 1).toUpperCase()}${dayZero.slice(1)}`;
}

function eventLines(events: readonly TextEvent[], known: KnownPlaces): readonly string[] {
  return events.map((event, at) => {
    const usual = usualPlace(event.step, { ...known, before: events[at - 1]?.place ?? null });
    const place = isSamePlace(usual, event.place) ? "" : ` @ ${wordsForPlace(event.place, known)}`;
    const options = optionsOf(event);
    return `${momentText(event.at)}  ${stepWord(event.step)}${place}${options === "" ? "" : ` (${options})`}`;
  });
}

function optionsOf({ shown, removed, times, clockZone }: TextEvent): string {
  return [
    ...(shown === null ? [] : [`reported ${momentText(shown)}`]),
    ...(removed === null ? [] : [`taken back ${momentText(removed)}`]),
    ...(times === 1 ? [] : [times === 2 ? "twice" : `${times} times`]),
    ...(clockZone === null ? [] : [`by the clock of ${clockZone}`]),
  ].join("; ");
}

function estimateText({ said, day, window }: TextEstimate): string {
  const from = said === null ? "" : `from ${momentText(said)} on `;
  return `${from}day ${day}${window === null ? "" : ` ${timeText(window.from)}-${timeText(window.to)}`}`;
}

function faultText({ fault, times, from, until }: TextFault): string {
  return [
    faultWord(fault),
    ...(times === null ? [] : [`for the next ${times} answers`]),
    ...(from === null ? [] : [`from ${momentText(from)}`]),
    ...(until === null ? [] : [`until ${momentText(until)}`]),
  ].join(" ");
}

function pointText(point: { readonly name: string; readonly street: string }): string {
  const isPlain = point.name !== "" && !/[,{]/.test(point.name);
  return isPlain ? `${point.name}, ${point.street}` : JSON.stringify(point);
}

function partnerText(partner: { readonly carrier: string; readonly number: string }): string {
  const isPlain = /^[^\s{]/.test(partner.carrier) && /^\S+$/.test(partner.number);
  return isPlain ? `${partner.carrier} ${partner.number}` : JSON.stringify(partner);
}
