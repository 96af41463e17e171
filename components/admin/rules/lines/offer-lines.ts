import type { Timing } from "#lib/recommend/gate/facts.ts";
import { type Ground, percent } from "./ground.ts";

type Pair = { readonly from: string; readonly to: string };
export type OfferRules = {
  readonly timing: Timing;
  readonly consent: "given" | "not_refused";
  readonly holdOut: number;
  readonly windowDays: number;
  readonly pinned: readonly Pair[];
  readonly never: readonly Pair[];
  readonly excluded: readonly string[];
  readonly categories: readonly {
    readonly name: string;
    readonly categories: readonly string[];
    readonly skus: readonly string[];
  }[];
};

/** When something is recommended and to whom, in words. */
export function offerLines(ground: Ground, rules: OfferRules): readonly string[] {
  const { say } = ground;
  const { timing, consent, holdOut, windowDays } = rules;
  if (timing.kind === "off") return [say("rules.offers.off")];
  const measured =
    holdOut === 0
      ? say("rules.offers.noHoldOut", { days: windowDays })
      : say("rules.offers.holdOut", { percent: percent(ground, holdOut), days: windowDays });
  return [
    timing.kind === "after_delivery" ? say("rules.offers.after", { days: timing.days }) : say("rules.offers.always"),
    consent === "given" ? say("rules.offers.given") : say("rules.offers.notRefused"),
    measured,
  ];
}

/** How many products the merchant's hand is on, in words. */
export function productLines({ say }: Ground, { pinned, never, excluded }: OfferRules): readonly string[] {
  return [
    say("rules.products.pinned", { count: pinned.length }),
    say("rules.products.never", { count: never.length }),
    say("rules.products.excluded", { count: excluded.length }),
  ];
}

/** What counts as one kind of thing, in words. */
export function kindLines({ say }: Ground, { categories }: OfferRules): readonly string[] {
  if (categories.length === 0) return [say("rules.kinds.none")];
  return categories.map(({ name, categories: names, skus }) =>
    say("rules.kinds.line", {
      name,
      ...{ categories: names.length, skus: skus.length },
      both: names.length > 0 && skus.length > 0 ? "yes" : "no",
    }),
  );
}
