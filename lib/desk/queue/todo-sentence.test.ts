import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { deskVoice } from "#lib/desk/desk-voice.ts";
import { en } from "#lib/desk/words/en.ts";
import { type TodoFacts, type TodoKind, todoLine, todoSentence } from "./todo-sentence.ts";

/** A Thursday afternoon in London. */
const clock = { zone: "Europe/London", now: Temporal.Instant.from("2026-11-12T15:00:00Z") };
const chris: TodoFacts = {
  kind: "lost",
  name: "Chris Marlowe",
  city: "LEEDS",
  tier: "gold",
  neededBy: "2026-11-14",
  since: "2026-11-10T09:00:00Z",
  lastCity: "Leeds",
  carrier: "Evri",
  reason: null,
  product: null,
  rating: null,
  costMinor: null,
  currency: null,
  wasTo: null,
  remedy: "reship",
};
const [english, chinese] = [deskVoice(["en"]), deskVoice(["zh-Hant-TW"])];
const line = (voice: typeof english, facts: Partial<TodoFacts>) =>
  todoLine(voice, todoSentence(voice, { ...chris, ...facts }, clock));
const KINDS = Object.keys(en.queue.todo) as TodoKind[];

describe("a line of the to-do list", () => {
  it("reads as a good colleague would write it", () => {
    expect(line(english, {})).toBe(
      "Chris in Leeds, gold, needs it by Saturday: lost in Leeds since Tuesday. Send a new one?",
    );
    expect(line(chinese, {})).toBe("Leeds的Chris（gold），星期六前要用：包裹從星期二起在Leeds遺失了。要補寄嗎？");
  });

  it("says less where less is known, and never an empty place, tier or day", () => {
    const little = { name: null, city: null, tier: null, neededBy: null, lastCity: null, carrier: null };
    for (const kind of KINDS) {
      const said = line(english, { ...little, kind, costMinor: 500, currency: "GBP" });
      expect(said).toMatch(/^(Somebody): /);
      expect(said).not.toMatch(/\{|undefined|null| {2}| ,|in \.|\( /);
    }
    expect(line(english, little)).toBe("Somebody: lost since Tuesday. Send a new one?");
  });

  it("every kind has a sentence of its own and a question, in both languages", () => {
    for (const voice of [english, chinese]) {
      const said = KINDS.map((kind) =>
        line(voice, { kind, rating: 1, product: "Cup", costMinor: 500, currency: "GBP" }),
      );
      expect(new Set(said).size).toBe(KINDS.length);
      for (const one of said) expect(one).toMatch(/[?？]$/);
    }
  });

  it("tells days as people do: today, yesterday, a weekday within the week, a date before", () => {
    const since = (iso: string) =>
      line(english, { kind: "customs", since: iso, neededBy: null, tier: null }).split("customs ")[1];
    expect(since("2026-11-12T08:00:00Z")).toBe("since today. Send the papers?");
    expect(since("2026-11-11T23:30:00Z")).toBe("since yesterday. Send the papers?");
    expect(since("2026-11-06T12:00:00Z")).toBe("since Friday. Send the papers?");
    expect(since("2026-10-29T12:00:00Z")).toBe("since 29 October. Send the papers?");
    expect(since("2025-12-29T12:00:00Z")).toBe("since 29 December 2025. Send the papers?");
  });

  it("speaks of a day that is over in the past", () => {
    expect(line(english, { neededBy: "2026-11-11" })).toMatch(/^Chris in Leeds, gold, needed it by yesterday: /);
  });
});
