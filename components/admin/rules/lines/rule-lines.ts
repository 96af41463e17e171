import { delayLines } from "./delay-lines.ts";
import { type GestureRules, gestureLines } from "./gesture-lines.ts";
import type { Ground } from "./ground.ts";
import { kindLines, type OfferRules, offerLines, productLines } from "./offer-lines.ts";
import { promiseLines } from "./promise-lines.ts";
import { type RemedyRulesOfDesk, remedyLines } from "./remedy-lines.ts";

/** The rules of a shop, kind by kind. */
export type ShopRules = {
  readonly promise: Parameters<typeof promiseLines>[1];
  readonly delay: Parameters<typeof delayLines>[1] & GestureRules & RemedyRulesOfDesk;
  readonly recommend: OfferRules;
};

/** The groups of rules, each with the kind that it is a part of, in the order of the overview. */
export const RULE_GROUPS = {
  promises: "promise",
  delays: "delay",
  gestures: "delay",
  remedies: "delay",
  offers: "recommend",
  products: "recommend",
  kinds: "recommend",
} as const;
export type RuleGroup = keyof typeof RULE_GROUPS;

/** What a group of rules does, in words: made from the rules themselves. */
export function ruleLines(ground: Ground, group: RuleGroup, rules: ShopRules): readonly string[] {
  switch (group) {
    case "promises":
      return promiseLines(ground, rules.promise);
    case "delays":
      return delayLines(ground, rules.delay);
    case "gestures":
      return gestureLines(ground, rules.delay);
    case "remedies":
      return remedyLines(ground, rules.delay);
    case "offers":
      return offerLines(ground, rules.recommend);
    case "products":
      return productLines(ground, rules.recommend);
    case "kinds":
      return kindLines(ground, rules.recommend);
  }
}

/** What a change did to the words of all groups of a kind: what is not said any more, and what is said now. */
export function changedLines(
  ground: Ground,
  kind: keyof ShopRules,
  { before, after }: { readonly before: ShopRules; readonly after: ShopRules },
): { readonly was: readonly string[]; readonly is: readonly string[] } {
  const groups = Object.entries(RULE_GROUPS).filter(([, of]) => of === kind);
  const lines = (rules: ShopRules) => groups.flatMap(([group]) => ruleLines(ground, group as RuleGroup, rules));
  const [old, now] = [lines(before), lines(after)];
  return { was: old.filter((line) => !now.includes(line)), is: now.filter((line) => !old.includes(line)) };
}
