import { expect, test } from "vitest";
import { days, delayWith, learned } from "./delay-testing.ts";

/** Due on Thursday 5 November; what the carrier named first lies after that. */
const FIRST_WORD = { carrierSays: days("2026-11-06"), carrierSaidFirst: "2026-11-06" } as const;

test("a carrier's first word after the promise is told calmly: nothing was moved, and it is often beaten", () => {
  const delay = delayWith({ ...FIRST_WORD, pLate: 0.2 });
  expect(delay).toMatchObject({ level: "calm", state: "at_risk", cause: "carrier_date", now: days("2026-11-06") });
  expect(delayWith(FIRST_WORD).level).toBe("calm");
});

test("a first word that the carrier moves further away is apologised for", () => {
  const moved = delayWith({ ...FIRST_WORD, carrierSays: days("2026-11-07") });
  expect(moved).toMatchObject({ level: "apology", cause: "carrier_date", daysLate: 2 });
});

test("a first word that is kept to is said calmly until the promised day is over, and not when the van is out", () => {
  const today = "2026-11-05";
  expect(delayWith({ ...FIRST_WORD, today })).toMatchObject({ level: "calm", cause: "carrier_date" });
  expect(delayWith({ ...FIRST_WORD, today, status: "out_for_delivery" }).level).toBe("none");
  expect(delayWith({ ...FIRST_WORD, today: "2026-11-06" })).toMatchObject({ level: "apology", cause: "passed" });
});

test("a first word that comes with what went wrong is no guess", () => {
  const storm = { reason: "weather", responsible: "nature" } as const;
  expect(delayWith({ ...FIRST_WORD, ...storm })).toMatchObject({ level: "apology", cause: "carrier_date" });
});

test("a first word and a chance that is nearly sure are an apology, with what is learned", () => {
  const sure = { ...FIRST_WORD, pLate: 0.85, learned: learned(days("2026-11-07", "2026-11-08")) };
  expect(delayWith(sure)).toMatchObject({
    level: "apology",
    cause: "nearly_sure",
    now: days("2026-11-07", "2026-11-08"),
  });
});

test("what was apologised for is not taken back because the carrier's word is its first", () => {
  expect(delayWith({ ...FIRST_WORD, before: "apology" }).level).toBe("apology");
});
