import { Temporal } from "temporal-polyfill";
import { amountText } from "#lib/brand/languages/amounts.ts";
import { weekdayText } from "#lib/brand/languages/dates.ts";
import { softened } from "#lib/brand/languages/place.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import type { queue } from "#lib/desk/words/en/queue.ts";

/** Why a person is needed. */
export type TodoKind = keyof (typeof queue)["todo"];

/** What the sentence about one thing says. Instants are ISO, days `YYYY-MM-DD`. */
export type TodoFacts = {
  readonly kind: TodoKind;
  readonly name: string | null;
  readonly city: string | null;
  readonly tier: string | null;
  readonly neededBy: string | null;
  readonly since: string;
  /** Where the parcel was seen last, and who has it, by name. */
  readonly lastCity: string | null;
  readonly carrier: string | null;
  readonly reason: string | null;
  readonly product: string | null;
  readonly rating: number | null;
  readonly costMinor: number | null;
  readonly currency: string | null;
  readonly wasTo: string | null;
  /** What was chosen. */
  readonly remedy: "wait" | "pickup" | "address" | "reship" | "refund" | "person" | null;
};

/** Who it is, what is wrong, and what might be done: a line of a to-do list that a good colleague wrote. */
export type TodoSentence = { readonly who: string; readonly what: string; readonly ask: string };

/** `zone`: the shop's; days are told by its clock. */
export type TodoClock = { readonly zone: string; readonly now: Temporal.Instant };

/** The sentence about one thing that needs a person, in the desk's language. */
export function todoSentence(voice: DeskVoice, facts: TodoFacts, clock: TodoClock): TodoSentence {
  const { say } = voice;
  const { kind } = facts;
  const since = dayOf(facts.since, clock);
  const values = {
    place: softened(facts.lastCity),
    hasPlace: yes(facts.lastCity),
    on: dayPhrase(voice, since, clock, "on"),
    since: dayPhrase(voice, since, clock, "since"),
    carrier: facts.carrier ?? say("queue.aCarrier"),
    reason: facts.reason ?? "other",
    product: facts.product ?? say("queue.aProduct"),
    choice: facts.remedy === null ? "" : say(`queue.choice.${facts.remedy}`),
    rating: facts.rating ?? 1,
    amount: moneyText(voice, facts.costMinor, facts.currency),
    day: facts.wasTo === null ? "" : dayPhrase(voice, facts.wasTo, clock, "for"),
    hasDay: yes(facts.wasTo),
  };
  return {
    who: whoText(voice, facts, clock),
    what: say(`queue.todo.${kind}`, values),
    ask: say(`queue.ask.${kind}`, values),
  };
}

/** The whole of it in one line. */
export function todoLine({ say }: DeskVoice, { who, what, ask }: TodoSentence): string {
  return say("queue.line", { who, what, ask });
}

function whoText(voice: DeskVoice, facts: TodoFacts, clock: TodoClock): string {
  const { say } = voice;
  const { neededBy } = facts;
  const isPast = neededBy !== null && neededBy < dayOf(clock.now.toString(), clock);
  return say("queue.who", {
    name: givenName(facts.name) ?? say("queue.somebody"),
    city: softened(facts.city),
    hasCity: yes(facts.city),
    tier: facts.tier ?? "",
    hasTier: yes(facts.tier),
    needed: isPast ? "past" : yes(neededBy),
    day: neededBy === null ? "" : dayPhrase(voice, neededBy, clock, "by"),
  });
}

/** What a colleague calls somebody: by their first name; names that are written without a space are said in full. */
export function givenName(name: string | null): string | null {
  const trimmed = name?.trim() ?? "";
  if (trimmed === "") return null;
  return trimmed.split(/\s+/)[0] ?? trimmed;
}

/** An amount in the desk's language; empty where there is none. */
export function moneyText({ locale }: DeskVoice, minor: number | null, currency: string | null): string {
  return minor === null || currency === null ? "" : amountText(minor, currency, voiceOf(locale).language);
}

/** The day of an instant by the shop's clock. */
export function dayOf(instant: string, { zone }: Pick<TodoClock, "zone">): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

const WEEK = 6;

/** A day as people say it: today, yesterday, its weekday within a week, else its date. `form` is the word before it. */
export function dayPhrase(
  { say, locale }: DeskVoice,
  day: string,
  { zone, now }: TodoClock,
  form: "on" | "since" | "by" | "for" | "plain",
): string {
  const { language } = voiceOf(locale);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const date = Temporal.PlainDate.from(day);
  const days = today.until(date).days;
  const near = { "-1": "yesterday", "0": "today", "1": "tomorrow" }[String(days)];
  if (near !== undefined) return say(`queue.day.${form}`, { near, day: "" });
  const year = date.year === today.year ? {} : ({ year: "numeric" } as const);
  const text =
    Math.abs(days) <= WEEK
      ? weekdayText(date.dayOfWeek, language)
      : date.toLocaleString(language.habits.intl, { day: "numeric", month: "long", ...year });
  return say(`queue.day.${form}`, { near: "other", day: text });
}

function yes(text: string | null): "yes" | "no" {
  return text === null || text.trim() === "" ? "no" : "yes";
}
