import fc from "fast-check";
import { expect, test } from "vitest";
import { canTakeBack, choiceAfter, openAfter } from "./choice-after.ts";
import { type Choice, REMEDIES } from "./remedy.ts";

const refund = (state: Choice["state"]): Choice => ({ remedy: "refund", state });

test("the first choice is made, another one takes its place, and asking twice is asking once", () => {
  expect(choiceAfter(null, "refund", ["refund"])).toEqual({ kind: "made", takesBack: false });
  expect(choiceAfter(refund("waiting"), "wait", ["wait"])).toEqual({ kind: "made", takesBack: true });
  expect(choiceAfter(refund("waiting"), "refund", [])).toEqual({ kind: "kept" });
});

test("what was taken back can be chosen again, what the shop declined cannot, but leaves the rest", () => {
  expect(choiceAfter(refund("taken_back"), "refund", ["refund"])).toEqual({ kind: "made", takesBack: false });
  expect(choiceAfter(refund("declined"), "refund", ["refund"]).kind).toBe("refused");
  expect(choiceAfter(refund("declined"), "reship", ["reship"])).toEqual({ kind: "made", takesBack: false });
});

test("what the shop acted upon is neither taken back nor replaced", () => {
  for (const state of ["accepted", "done"] as const) {
    expect(canTakeBack(refund(state))).toBe(false);
    expect(choiceAfter(refund(state), "wait", ["wait"])).toEqual({ kind: "refused", why: "acted_upon" });
  }
});

test("who was called back may ask for everything again, also to be called back", () => {
  const done = { remedy: "person", state: "done" } as const;
  expect(openAfter(done, ["wait", "refund", "person"])).toEqual(["wait", "refund", "person"]);
  expect(openAfter(refund("done"), ["wait", "refund", "person"])).toEqual([]);
  expect(openAfter(refund("waiting"), ["wait", "refund", "person"])).toEqual(["wait", "person"]);
  expect(openAfter(refund("declined"), ["wait", "refund", "person"])).toEqual(["wait", "person"]);
});

test("a choice that was made stands when it is asked for again, and nothing is made that is not offered", () => {
  const states = ["waiting", "taken_back", "accepted", "declined", "done"] as const;
  const anyChoice = fc.record({ remedy: fc.constantFrom(...REMEDIES), state: fc.constantFrom(...states) });
  const anyOffer = fc.subarray([...REMEDIES]);
  fc.assert(
    fc.property(
      fc.option(anyChoice, { nil: null }),
      fc.constantFrom(...REMEDIES),
      anyOffer,
      (current, asked, offered) => {
        const chosen = choiceAfter(current, asked, offered);
        if (chosen.kind !== "made") return;
        expect(offered).toContain(asked);
        expect(choiceAfter({ remedy: asked, state: "waiting" }, asked, offered)).toEqual({ kind: "kept" });
      },
    ),
  );
});
