import { expect, test } from "vitest";
import { en } from "./en.ts";
import { sentenceProblems, sentencesIn, sentencesOf, slotsOf } from "./sentences.ts";

const problemOf = (key: string, sentence: string) => sentenceProblems({ [key]: sentence }, en.words)[0]?.problem;

test.each([
  ["Arriving <date><day>{on}</day></date>", ["<date>", "<day>", "{on}"]],
  ["{ count , plural, one {tomorrow} other {in # days}}", ["{count}"]],
  ["{at, select, none {Arrived} other {In <town>{place}</town>}}", ["<town>", "{at}", "{place}"]],
  ["It''s {on}", ["{on}"]],
  ["quoted '{on}' and '<date>' are text", []],
  ["} {on}", ["{on}"]],
])("the facts and marks of %j are known", (sentence, slots) => {
  expect(slotsOf(sentence)).toEqual(slots);
});

test.each([
  ["quiet.noDate", "We hear from the courier soon."],
  ["quiet.handedOver", "Since {day} it's with {carrier}."],
  ["quiet.handedOverParcels", "{count, plural, one {One box} other {# boxes}} left us."],
  ["journey.earlier", "{count, plural, one {yesterday} other {# days before}}"],
  ["scan.arrived", "{at, select, none {Arrived} other {Now at <town>{place}</town>}}"],
  ["answer.pickup", "<date>{place}</date> has it, and it''s waiting for you"],
])("a sound sentence for %s is taken: %s", (key, sentence) => {
  expect(problemOf(key, sentence)).toBeUndefined();
  expect([...sentencesIn({ [key]: sentence }, en.words)]).toEqual([[key, sentence]]);
});

test.each([
  ["answer.arriving", "Arriving <date>soon</date>", "it lacks <day>, {on}"],
  ["answer.arriving", "Arriving {on}", "it lacks <date>, <day>"],
  ["quiet.noDate", "Ask {driver}.", "nothing is known for {driver}"],
  ["quiet.noDate", "Ask {顺丰}.", "nothing is known for {顺丰}"],
  ["quiet.noDate", "Ask <b>us</b>.", "nothing is known for <b>"],
  ["quiet.wasDue", "Due by {was", "its braces or marks do not match"],
  ["quiet.wasDue", "Due by {was}}", "its braces or marks do not match"],
  ["quiet.wasDue", "Due by {was}</date>", "its braces or marks do not match"],
  ["answer.lost", "Sorry, <date>lost", "its braces or marks do not match"],
  ["journey.earlier", "{count, plural, one {# day}}", "its braces or marks do not match"],
  ["quiet.wasDue", "Due {was, select, other {some day}}.", "it never shows {was}"],
  ["quiet.noDate", "  ", "it is empty; leave it out to keep our own"],
  ["quiet.nothing", "Hello.", "there is no sentence of this name"],
  ["quiet", "Hello.", "there is no sentence of this name"],
])("a sentence for %s that loses or invents a fact is refused: %s", (key, sentence, problem) => {
  expect(problemOf(key, sentence)).toBe(problem);
  expect(sentencesIn({ [key]: sentence }, en.words).size).toBe(0);
});

test("an apostrophe that hides a fact is refused, with the way to write it", () => {
  expect(problemOf("help.button", "Écrire à l'{shop}")).toBe(
    "it lacks {shop}; an apostrophe right before { or < hides what follows, so write two of them",
  );
  expect(problemOf("help.button", "Écrire à l''{shop}")).toBeUndefined();
});

test.each([
  "__proto__",
  "constructor",
  "constructor.prototype",
  "answer.__proto__.polluted",
  "answer.constructor.prototype",
  "toString",
])("a name that is no sentence but a part of every object is refused: %s", (key) => {
  const own = JSON.parse(`{${JSON.stringify(key)}: "Hello."}`);
  expect(sentenceProblems(own, en.words)).toEqual([{ key, problem: "there is no sentence of this name" }]);
  expect(sentencesIn(own, en.words).size).toBe(0);
});

test("one bad sentence does not take the good ones with it", () => {
  const own = { "quiet.noDate": "No day yet.", "quiet.wasDue": "Soon." };
  expect([...sentencesIn(own, en.words).keys()]).toEqual(["quiet.noDate"]);
});

test("our own sentences keep the rules that a merchant's have to keep", () => {
  expect(sentenceProblems(Object.fromEntries(sentencesOf(en.words)), en.words)).toEqual([]);
});
