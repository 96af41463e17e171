import { windowTexts } from "#lib/brand/languages/dates.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { wholeDay } from "#lib/tracking/page/local-times.ts";
import type { Answer } from "#lib/tracking/page/tracking-page.ts";
import { hoursOf, onDay, placeValues, type Reader } from "./reader.ts";

type Key = Extract<Parameters<Reader["say"]>[0], `answer.${string}`>;

/** A sentence of ours and what stands in it. */
export type Words = { readonly key: Key; readonly values: Readonly<Record<string, string>> };

const ARRIVING = {
  day: "answer.arriving",
  today: "answer.arrivingToday",
  tomorrow: "answer.arrivingTomorrow",
  by: "answer.arrivingBy",
  between: "answer.arrivingBetween",
} as const;
const ARRIVING_TIMED = {
  day: "answer.arrivingTimed",
  today: "answer.arrivingTodayTimed",
  tomorrow: "answer.arrivingTomorrowTimed",
} as const;
const HELD = new Map<string | null, Key>([
  ["damaged", "answer.heldDamaged"],
  ["refused", "answer.heldRefused"],
  ["address_problem", "answer.heldAddress"],
  ["customs_documents", "answer.heldPapers"],
  ["payment_due", "answer.heldPayment"],
  ["prohibited", "answer.heldProhibited"],
]);

/** The answer as one of our sentences. `carrier` is the name of the one whose parcel it is about. */
export function answerWords(answer: Answer, reader: Reader, carrier: string): Words {
  const dated = (key: Key, day: string): Words => ({ key, values: { carrier, on: onDay(day, reader) } });
  const plain = (key: Key): Words => ({ key, values: { carrier } });
  const maybe = (key: Key, someday: Key, day: string | null) => (day === null ? plain(someday) : dated(key, day));
  switch (answer.kind) {
    case "cancelled":
    case "preparing":
      return dated(`answer.${answer.kind}`, answer.day);
    case "sent":
      return maybe("answer.sent", "answer.sentSomeday", answer.day);
    case "arriving":
      return arrivingWords(answer, reader);
    case "overdue":
      if (answer.expected !== null) return dated("answer.overdueExpected", answer.expected.toDay);
      return dated(answer.seen ? "answer.overdueWaiting" : "answer.overdueSent", answer.window.toDay);
    case "delayed":
      return delayedWords(answer, reader);
    case "out_for_delivery":
      return arrivingWords({ window: answer.window ?? wholeDay(reader.today), when: "today" }, reader);
    case "moving":
      return plain(`answer.${answer.status}`);
    case "held":
      return heldWords(answer, reader);
    case "attempt_failed":
      if (answer.again !== null) return dated("answer.triedNext", answer.again.toDay);
      return maybe("answer.tried", "answer.triedSomeday", answer.day);
    case "available_for_pickup":
      return pickupWords(answer, reader);
    case "delivered":
      return maybe(
        answer.isToday ? "answer.deliveredToday" : "answer.delivered",
        "answer.deliveredSomeday",
        answer.day,
      );
    case "partly_delivered":
      return maybe("answer.partlyDelivered", "answer.partlyDeliveredSomeday", answer.day);
    case "lost":
    case "returning":
      return plain(`answer.${answer.kind}`);
    case "returned":
    case "stopped":
    case "expired":
      return maybe(`answer.${answer.kind}`, `answer.${answer.kind}Someday`, answer.day);
    default:
      return assertNever(answer);
  }
}

/** The same without any setting in type, for ears and for the lines under a parcel. */
export function answerText(answer: Answer, reader: Reader, carrier: string): string {
  const { key, values } = answerWords(answer, reader, carrier);
  return reader.say.markup(key, { ...values, date: (words) => words, day: (words) => words });
}

const DELAYED = {
  calm: { one: "answer.maybeLater", two: "answer.maybeLaterBetween" },
  late: { one: "answer.overdueExpected", two: "answer.overdueBetween" },
  sorry: { one: "answer.laterSorry", two: "answer.laterSorryBetween" },
} as const;

/** A window that has begun is told by its last day. */
function delayedWords({ tone, isOver, window }: Extract<Answer, { kind: "delayed" }>, reader: Reader): Words {
  const keys = DELAYED[tone === "sorry" && isOver ? "late" : tone];
  if (window.fromDay <= reader.today || window.fromDay === window.toDay) {
    return { key: keys.one, values: { on: onDay(window.toDay, reader) } };
  }
  return { key: keys.two, values: windowTexts(window, reader.language, reader.today) };
}

function pickupWords(
  { name, place: where, untilDay }: Extract<Answer, { kind: "available_for_pickup" }>,
  reader: Reader,
): Words {
  const { at, place } = placeValues(where, reader);
  const values = { place, name: name ?? "", on: untilDay === null ? "" : onDay(untilDay, reader) };
  const isNamed = name !== null;
  if (untilDay !== null) {
    if (isNamed) return { key: "answer.pickupNameUntil", values };
    return { key: at === "none" ? "answer.pickupUntil" : "answer.pickupPlaceUntil", values };
  }
  if (isNamed) return { key: "answer.pickupName", values };
  return { key: at === "none" ? "answer.pickupSomewhere" : "answer.pickup", values };
}

type Arriving = Pick<Extract<Answer, { kind: "arriving" }>, "window" | "when">;

function arrivingWords({ window, when }: Arriving, reader: Reader): Words {
  const on = onDay(window.toDay, reader);
  if (when === "between") return { key: ARRIVING.between, values: windowTexts(window, reader.language, reader.today) };
  const time = hoursOf(window, reader);
  return when === "by" || time === null
    ? { key: ARRIVING[when], values: { on } }
    : { key: ARRIVING_TIMED[when], values: { on, time } };
}

function heldWords({ window, source, reason }: Extract<Answer, { kind: "held" }>, reader: Reader): Words {
  const grave = HELD.get(reason);
  if (grave !== undefined) return { key: grave, values: {} };
  if (window === null) return { key: "answer.held", values: {} };
  const key = source === "carrier" ? "answer.heldExpected" : "answer.heldPromised";
  return { key, values: { on: onDay(window.toDay, reader) } };
}
