import { describe, expect, test } from "vitest";
import { sentencesOf, slotsOf } from "#lib/brand/languages/sentences.ts";
import { deskVoice } from "./desk-voice.ts";
import { en } from "./words/en.ts";
import { zhHant } from "./words/zh-hant.ts";

describe("the desk's words", () => {
  test("say the same with the same facts in both languages", () => {
    const facts = (words: object) => [...sentencesOf(words)].map(([key, text]) => `${key} ${slotsOf(text).join(" ")}`);
    expect(facts(zhHant)).toEqual(facts(en));
  });

  test("leave no sentence in English", () => {
    const same = ["name"];
    const left = [...sentencesOf(en)].filter(([key, text]) => sentencesOf(zhHant).get(key) === text);
    expect(left.map(([key]) => key)).toEqual(same);
  });

  test("speak the first language that is wished for, English for all others, and Chinese to both who read it", () => {
    expect(deskVoice(["de", "zh-TW", "en"]).locale).toBe("zh-Hant-TW");
    expect(deskVoice([null, "de", "ar"]).locale).toBe("en");
    expect(deskVoice(["zh-CN"]).say("people.role", { name: "Ana" })).toBe("Ana 的角色");
    expect(deskVoice(["en"]).say("home.people", { count: 1 })).toBe("1 person works here.");
  });
});
