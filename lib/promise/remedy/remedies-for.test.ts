import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DelayFacts } from "#lib/promise/delay/delay.ts";
import { delayOf } from "#lib/promise/delay/delay-of.ts";
import { anyFacts, days, factsWith, learned } from "#lib/promise/delay/delay-testing.ts";
import { isOutToday } from "#lib/promise/delay/sight.ts";
import { remediesFor } from "./remedies-for.ts";
import { REMEDIES, type Remedy, type RemedyRules } from "./remedy.ts";

const ALL: RemedyRules = {
  offered: { wait: true, pickup: true, address: true, reship: true, refund: true, person: true },
  reshipFromDaysLate: 3,
  refundFromDaysLate: 3,
};

function offeredOn(changes: Partial<DelayFacts>, rules: Partial<RemedyRules> = {}, hasSupport = true) {
  const facts = factsWith(changes);
  const { status, actionRequired } = facts;
  return remediesFor({
    ...{ delay: delayOf(facts), status, actionRequired, isOutToday: isOutToday(facts), hasSupport },
    rules: { ...ALL, ...rules },
  });
}

type Case = readonly [name: string, changes: Partial<DelayFacts>, offered: readonly Remedy[]];
const offers: readonly Case[] = [
  ["on time", {}, []],
  ["delivered late", { status: "delivered", deliveredOn: "2026-11-09" }, []],
  ["at risk, on its way", { pLate: 0.6 }, ["wait", "pickup", "address", "person"]],
  ["a day late", { carrierSays: days("2026-11-06") }, ["wait", "pickup", "address", "person"]],
  ["three days late", { carrierSays: days("2026-11-08") }, ["wait", "reship", "refund", "person"]],
  ["late, on the van today", { status: "out_for_delivery", today: "2026-11-06" }, ["person"]],
  [
    "long late, on the van today: it comes before another could",
    { status: "out_for_delivery", today: "2026-11-12" },
    ["person"],
  ],
  [
    "on the van yesterday, which is on its way and no more",
    { status: "out_for_delivery", statusSinceDay: "2026-11-05", today: "2026-11-06" },
    ["wait", "person"],
  ],
  [
    "held up by a storm, may be late",
    { status: "exception", reason: "weather", pLate: 0.6 },
    ["wait", "pickup", "address", "person"],
  ],
  [
    "held up by a storm, three days late",
    { status: "exception", reason: "weather", carrierSays: days("2026-11-08") },
    ["wait", "reship", "refund", "person"],
  ],
  [
    "went the wrong way, may be late",
    { status: "exception", reason: "missorted", pLate: 0.6 },
    ["wait", "pickup", "address", "person"],
  ],
  [
    "customs look at it, may be late",
    { status: "customs", reason: "customs_inspection", pLate: 0.6 },
    ["wait", "person"],
  ],
  [
    "kept back, three days late",
    { status: "exception", reason: "security", carrierSays: days("2026-11-08") },
    ["wait", "reship", "refund", "person"],
  ],
  ["kept back, may be late", { status: "exception", reason: "security", pLate: 0.6 }, ["wait", "person"]],
  [
    "may be four days late, by a guess that no money goes out for",
    { pLate: 0.6, learned: learned(days("2026-11-04", "2026-11-10"), "2026-11-09") },
    ["wait", "pickup", "address", "person"],
  ],
  [
    "the shopper's own day lies before all that was said",
    { neededBy: "2026-11-02", neededBySaid: "page", today: "2026-11-05" },
    ["wait", "pickup", "address", "person"],
  ],
  [
    "stuck in silence, late",
    { silenceIsUnusual: true, daysSilent: 6, today: "2026-11-06" },
    ["wait", "pickup", "address", "person"],
  ],
  [
    "forgotten by its carrier, four days late",
    { status: "expired", silenceIsUnusual: true, daysSilent: 6, today: "2026-11-09" },
    ["wait", "reship", "refund", "person"],
  ],
  [
    "not collected, going back",
    { status: "returning", reason: "not_collected", responsible: "shopper" },
    ["reship", "refund", "person"],
  ],
  ["lost", { status: "lost" }, ["reship", "refund", "person"]],
  ["probably lost", { pLost: 0.6, daysSilent: 6 }, ["wait", "reship", "refund", "person"]],
  ["damaged", { status: "exception", reason: "damaged" }, ["reship", "refund", "person"]],
  ["going back", { status: "returning" }, ["reship", "refund", "person"]],
  [
    "never left the shop, long overdue",
    { status: "pending", handedOver: false, today: "2026-11-12" },
    ["wait", "address", "refund", "person"],
  ],
  [
    "a wrong address, in time still",
    { status: "exception", reason: "address_problem", actionRequired: "correct_address" },
    ["address", "pickup", "person"],
  ],
  ["nobody was at home", { status: "attempt_failed", responsible: "shopper" }, ["wait", "pickup", "person"]],
  [
    "customs wait for papers",
    { status: "customs", responsible: "customs", actionRequired: "provide_documents" },
    ["person"],
  ],
];

describe("what is offered", () => {
  test.each(offers)("%s", (_, changes, offered) => {
    expect(offeredOn(changes)).toEqual(offered);
  });
});

test("what the merchant does not offer is not offered, nor a person where nobody can be reached", () => {
  const offered = { ...ALL.offered, wait: false, pickup: false };
  expect(offeredOn({ pLate: 0.6 }, { offered }, false)).toEqual(["address"]);
});

test("only what the merchant offers, at most three and a person who comes last, and nothing to anybody who is not told", () => {
  const rules = fc.record({
    offered: fc.record({
      wait: fc.boolean(),
      pickup: fc.boolean(),
      address: fc.boolean(),
      reship: fc.boolean(),
      refund: fc.boolean(),
      person: fc.boolean(),
    }),
    reshipFromDaysLate: fc.nat(9),
    refundFromDaysLate: fc.nat(9),
  });
  fc.assert(
    fc.property(anyFacts, rules, fc.boolean(), (facts, chosen, hasSupport) => {
      const delay = delayOf(facts);
      const { status, actionRequired } = facts;
      const about = { delay, status, actionRequired, isOutToday: isOutToday(facts), hasSupport };
      const offered = remediesFor({ ...about, rules: chosen });
      expect(offered.every((remedy) => chosen.offered[remedy])).toBe(true);
      expect(new Set(offered).size).toBe(offered.length);
      expect(offered.filter((remedy) => remedy !== "person").length).toBeLessThanOrEqual(3);
      if (offered.includes("person")) expect([hasSupport, offered.at(-1)]).toEqual([true, "person"]);
      if (delay.level === "none") expect(offered).toEqual([]);
      else if (chosen.offered.person && hasSupport) expect(offered).toContain("person");
    }),
    { numRuns: 1000 },
  );
});

test("everything that can be offered is offered to somebody", () => {
  expect(new Set(offers.flatMap(([, , offered]) => offered))).toEqual(new Set(REMEDIES));
});
