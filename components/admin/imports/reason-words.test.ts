import { expect, test } from "vitest";
import { deskVoice } from "#lib/desk/desk-voice.ts";
import { emailCell, instantCell, wholeCell, wordCell, yesNoCell } from "#lib/orders/cells.ts";
import { reasonWords } from "./reason-words.ts";

const chinese = deskVoice(["zh-TW"]).say;

test("what the readers of cells say of a bad one is said in the desk's language", () => {
  const cells = [wholeCell(1), wholeCell(1, 5), emailCell, wordCell(["gold"]), yesNoCell, instantCell("Europe/London")];
  const reasons = cells.flatMap((cell, at) => {
    const read = cell.safeParse(at === 1 ? "9" : "x, {y}");
    return read.success ? [] : [read.error.issues[0]?.message ?? ""];
  });
  expect(reasons).toHaveLength(cells.length);
  for (const reason of reasons) {
    const { text, isOurs } = reasonWords(chinese, reason);
    expect([reason, isOurs, /\p{Script=Han}/u.test(text)]).toEqual([reason, true, true]);
  }
  expect(reasonWords(chinese, '"x" is not a whole number').text).toBe('"x" 不是整數');
});

test("a sentence that is not known stays as it is", () => {
  expect(reasonWords(chinese, "was eaten by the dog")).toEqual({ text: "was eaten by the dog", isOurs: false });
});
