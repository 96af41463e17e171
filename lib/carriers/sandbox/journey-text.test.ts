import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { journeyText } from "./journey-entry.ts";
import { FAULT_JOURNEY_NAMES, JOURNEY_NAMES } from "./journey-library.ts";
import { type JourneyText, lineErrorText, type Moment, type TextEvent } from "./journey-text.ts";
import { journeyOf } from "./journeys.ts";
import { parseJourneyText } from "./parse-journey-text.ts";
import { printJourneyText } from "./print-journey-text.ts";
import { validNumber } from "./sandbox-testing.ts";
import { FAULTS, type JourneyScript, journeyScript, SANDBOX_CARRIERS, type ScriptPlace, STEPS } from "./script.ts";
import { scriptOfText } from "./script-of-text.ts";
import { stepOf } from "./text-words.ts";

/** A Thursday, 09:00 in Memphis. */
const NOW = Date.parse("2026-03-05T15:00:00Z");
const MINUTE = 60_000;

const TEXT = `
# A parcel for a test.
Journey: late by weather, then delivered
from: Memphis, TN 38118 US
TO:   Portland, OR 97201 US
place: Louisville, KY 40213 US [America/Kentucky/Louisville]

day 0 13:50  label
Day 0, 5:35 pm - Picked-Up
day 1 02:20: arrived @ Louisville
day 1 04:30  delayed by weather
day 3 08:40  out for delivery (reported day 3 09:00; by the clock of Memphis)
day 3 14:15  delivered, left at the front door, signed by M. Okafor
expected: day 2, from day 1 04:30 on day 3 13:00-16:00
fault: html for the next 2 answers until day 2 09:00
`;

function parsed(text: string): JourneyText {
  const read = parseJourneyText(text);
  if (!read.ok) throw new Error(read.error.map(lineErrorText).join("\n"));
  return read.value;
}

function errorsOf(text: string): readonly string[] {
  const read = parseJourneyText(text);
  return read.ok ? [] : read.error.map(lineErrorText);
}

describe("docs/sandbox.md", () => {
  const page = readFileSync(new URL("../../../docs/sandbox.md", import.meta.url), "utf8");

  it("has an example that can be played, and every journey and fault there is", () => {
    const [, example = ""] = /```\n(journey:[^`]*)```/.exec(page) ?? [];
    expect(parsed(example).events).toHaveLength(5);
    for (const name of JOURNEY_NAMES) expect(page).toContain(`\`${name}\``);
    for (const fault of FAULTS) expect(page).toContain(`\`${fault.replaceAll("_", " ")}\``);
  });

  it("names what can happen in words that are understood", () => {
    const [, list = ""] = /and what it is: (label,[^.]*?) \(which informs/s.exec(page) ?? [];
    const words = list.replaceAll(/\s+/g, " ").split(", ");
    expect(new Set(words.map(stepOf))).toEqual(new Set(STEPS));
  });
});

describe("the text of a journey", () => {
  it("is read line by line, each on the clock of its place", () => {
    const { events, estimates, fault, leftAt, signedBy } = scriptOfText(parsed(TEXT), NOW);
    const at = (day: number, clock: string, offset: string) =>
      (Date.parse(`2026-03-0${5 + day}T${clock}:00${offset}`) - Date.parse("2026-03-05T13:50:00-06:00")) / MINUTE;
    expect(events.map(({ step, atMinutes, place }) => [step, atMinutes, place.city])).toEqual([
      ["label", 0, "Memphis"],
      ["picked_up", at(0, "17:35", "-06:00"), "Memphis"],
      ["arrived", at(1, "02:20", "-05:00"), "Louisville"],
      ["delay_weather", at(1, "04:30", "-05:00"), "Louisville"],
      // The clocks changed on the night before.
      ["out_for_delivery", at(3, "08:40", "-07:00"), "Portland"],
      ["delivered", at(3, "14:15", "-07:00"), "Portland"],
    ]);
    expect(events[4]).toMatchObject({ shownAtMinutes: at(3, "09:00", "-07:00"), clockZone: "America/Chicago" });
    expect(estimates).toEqual([
      { atMinutes: 0, fromMinutes: at(2, "20:00", "-08:00"), toMinutes: at(2, "20:00", "-08:00"), kind: "day" },
      {
        atMinutes: at(1, "04:30", "-05:00"),
        fromMinutes: at(3, "13:00", "-07:00"),
        toMinutes: at(3, "16:00", "-07:00"),
        kind: "window",
      },
    ]);
    expect(fault).toEqual({ fault: "html", times: 2, untilMinutes: at(2, "09:00", "-08:00") });
    expect([leftAt, signedBy]).toEqual(["front door", "M. Okafor"]);
  });

  it("begins now, at a moment that is named, or on its own calendar", () => {
    const first = (script: JourneyScript) => script.events[0]?.atMinutes;
    expect(first(scriptOfText(parsed(TEXT), NOW))).toBe(0);
    expect(first(scriptOfText(parsed(TEXT), NOW, { day: 0, minutes: 1_055 }))).toBe(-225);
    expect(first(scriptOfText(parsed(`first asked: day 0 08:00\n${TEXT}`), NOW))).toBe(350);
    for (const [day, date] of [
      ["Friday", "2026-02-27"],
      ["thursday", "2026-03-05"],
      ["2026-02-28", "2026-02-28"],
      ["today", "2026-03-05"],
      ["the day before the clocks change", "2025-11-01"],
    ]) {
      const script = scriptOfText(parsed(`day 0: ${day}\n${TEXT}`), NOW);
      expect([script.dayZero, first(script)]).toEqual([date, 13 * 60 + 50]);
    }
  });

  it("says of every wrong line what is wrong with it and what is possible there", () => {
    const wrong = TEXT.replace("delayed by weather", "delayed by wether")
      .replace("arrived @ Louisville", "arrived @ Lousville")
      .replace("from: Memphis, TN 38118 US", "from: Nowhere")
      .replace("day 3 14:15", "day 3 25:15")
      .replace("html for", "htlm for")
      .replace("expected: day 2", "expected: tomorrow")
      .concat("colour: red\nsomething else\n");
    expect(errorsOf(wrong)).toEqual([
      'line 4: "Nowhere" is no place. Write it as Memphis, TN 38118 US or Köln, 50674 DE.',
      expect.stringMatching(/^line 13: .*day 1 04:30 delayed by weather/),
      expect.stringMatching(/^line 14: "tomorrow" is no expectation, such as day 2/),
      expect.stringMatching(/^line 15: "htlm" is no fault\. Did you mean "html"\? There are: outage, /),
      expect.stringMatching(/^line 16: "colour:" is not understood\. There are: journey, from, to/),
      expect.stringMatching(/^line 17: "something else" is not understood\./),
      'Say where it comes from: "from: Memphis, TN 38118 US".',
    ]);
    const events = wrong.replace("from: Nowhere", "from: Memphis, TN 38118 US");
    expect(errorsOf(events).join("\n")).toMatch(
      /line 10: There is no place Lousville at the top \(there are: Memphis, /,
    );
    expect(errorsOf(events).join("\n")).toMatch(/line 11: .*Did you mean "delayed by weather"\? There are: label, /);
    expect(errorsOf("")).toHaveLength(2);
    expect(errorsOf("from: Memphis, TN 38118 US\nto: Berlin, 10961 DE")).toEqual([
      'Nothing happens: add lines such as "day 0 13:50 label".',
    ]);
  });

  it("asks which town is meant where two have one name, and which clock where a country has several", () => {
    const two = "from: Hamburg, 20357 DE\nto: Hamburg, 21035 DE\nday 0 10:00 label\nday 1 10:00 arrived @ Hamburg";
    expect(errorsOf(two)).toEqual([
      "line 4: There is more than one Hamburg: write @ Hamburg 20357 or @ Hamburg 21035.",
    ]);
    expect(errorsOf(`${two} 21035`)).toEqual([]);
    expect(errorsOf(two.replace("20357 DE", "US"))[0]).toMatch(
      /^line 1: Clocks differ there: .*\[America\/Chicago\]\.$/,
    );
  });

  it("is a script or a list of errors with lines, whatever the text", () => {
    const word = fc.constantFrom(
      "day",
      "0",
      "13:50",
      "from:",
      "to:",
      "@",
      "(",
      ")",
      "[",
      "{",
      "twice",
      ",",
      "\n",
      "label",
      "expected:",
      "fault:",
      "html",
    );
    const anyText = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(word).map((words) => words.join(" ")),
      fc.array(fc.constantFrom(...TEXT)).map((letters) => letters.join("")),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const read = parseJourneyText(text);
        if (read.ok) journeyScript.parse(scriptOfText(read.value, NOW));
        else
          for (const { line, message } of read.error)
            expect([Number.isInteger(line), message !== ""]).toEqual([true, true]);
      }),
    );
  });

  it("is still one with a part cut out of it or doubled", () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(60), fc.boolean(), (from, length, doubles) => {
        const text = `${TEXT.slice(0, from)}${doubles ? TEXT.slice(from, from + length).repeat(2) : ""}${TEXT.slice(from + length)}`;
        const read = parseJourneyText(text);
        if (read.ok) journeyScript.parse(scriptOfText(read.value, NOW));
        else expect(read.error.length).toBeGreaterThan(0);
      }),
    );
  });
});

const place = (city: string, zone: string): ScriptPlace => ({
  city,
  region: null,
  postalCode: "1",
  country: "DE",
  zone,
});
const anyPlace = fc.oneof(
  fc.constantFrom(place("Berlin", "Europe/Berlin"), place("Ulm", "Europe/Berlin"), place("Ulm", "Asia/Tokyo")),
  fc.record({
    city: fc.string(),
    region: fc.option(fc.string()),
    postalCode: fc.string(),
    country: fc.constantFrom("DE", "US", "ZZ"),
    zone: fc.constantFrom("America/Denver", "Asia/Kolkata"),
  }),
);
const anyMoment: fc.Arbitrary<Moment> = fc.record({
  day: fc.integer({ min: -400, max: 400 }),
  minutes: fc.integer({ min: 0, max: 86_399 }).map((seconds) => seconds / 60),
});
const anyEvent: fc.Arbitrary<TextEvent> = fc.record({
  at: anyMoment,
  step: fc.constantFrom(...STEPS),
  place: anyPlace,
  shown: fc.option(anyMoment),
  removed: fc.option(anyMoment),
  clockZone: fc.option(fc.constantFrom("Europe/Paris", "UTC")),
  times: fc.integer({ min: 1, max: 3 }),
});
const anyWords = fc.stringMatching(/^[A-Za-z.]{1,8}( [A-Za-z.&]{1,8})?$/);
const anyText: fc.Arbitrary<JourneyText> = fc.record({
  title: fc.option(anyWords),
  from: anyPlace,
  to: anyPlace,
  dayZero: fc.option(fc.constantFrom("today", "friday", "2026-02-28", "before_clock_change")),
  asked: fc.option(anyMoment),
  events: fc.array(anyEvent, { minLength: 1, maxLength: 8 }),
  earlier: fc.array(anyEvent, { maxLength: 3 }),
  expected: fc.array(
    fc.record({
      said: fc.option(anyMoment),
      day: fc.integer({ min: -5, max: 40 }),
      window: fc.option(fc.record({ from: fc.nat(1_439), to: fc.nat(1_439) })),
    }),
    { maxLength: 3 },
  ),
  signedBy: fc.option(anyWords),
  leftAt: fc.option(anyWords),
  pickupPoint: fc.option(fc.record({ name: fc.oneof(anyWords, fc.constant("A, B")), street: anyWords })),
  fault: fc.option(
    fc.record({
      fault: fc.constantFrom(...FAULTS),
      times: fc.option(fc.integer({ min: 1, max: 99 })),
      from: fc.option(anyMoment),
      until: fc.option(anyMoment),
    }),
  ),
  isListedAsReported: fc.boolean(),
  pieces: fc.option(fc.integer({ min: 1, max: 99 })),
  partner: fc.option(fc.record({ carrier: anyWords, number: fc.constantFrom("9261290100130435082878", "A B") })),
});

describe("the printed text of a journey", () => {
  it("is read as the same journey", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(JSON.stringify(parsed(printJourneyText(text)))).toEqual(JSON.stringify(text));
      }),
    );
  });

  it.each(SANDBOX_CARRIERS)("plays each journey of the library as %s has it, to the minute", (carrier) => {
    for (const name of [...JOURNEY_NAMES, ...FAULT_JOURNEY_NAMES]) {
      const number = validNumber(carrier, name);
      const text = journeyText(name, carrier, number, NOW);
      if (text === null) throw new Error(`${name} has no text`);
      expect(parsed(printJourneyText(text))).toEqual(text);
      const script = journeyOf(name, carrier, number);
      const again = scriptOfText(text, NOW, null);
      expect([name, again.events.map(inMinutes)]).toEqual([name, script.events.map(inMinutes)]);
      expect([name, again.earlier?.map(inMinutes)]).toEqual([name, script.earlier?.map(inMinutes)]);
      const { events: _, estimates, earlier: __, dayZero, fault, ...rest } = script;
      expect(again).toMatchObject(rest);
      expect([name, again.estimates?.map(saidAt)]).toEqual([name, estimates?.map(saidAt)]);
      expect([name, again.fault, again.dayZero === undefined]).toEqual([name, fault, dayZero === undefined]);
    }
  });
});

function inMinutes({ atMinutes, shownAtMinutes, removedAtMinutes, ...event }: JourneyScript["events"][number]) {
  const whole = (minutes: number | undefined) => (minutes === undefined ? null : Math.floor(minutes + 1e-9));
  return { ...event, at: whole(atMinutes), shown: whole(shownAtMinutes), removed: whole(removedAtMinutes) };
}

function saidAt({ atMinutes, kind }: NonNullable<JourneyScript["estimates"]>[number]) {
  return [Math.floor(atMinutes + 1e-9), kind];
}
