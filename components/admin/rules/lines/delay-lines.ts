import type { Thresholds } from "#lib/promise/delay/delay.ts";
import { type Ground, percent } from "./ground.ts";

/** When a shopper is told what, in words. */
export function delayLines(ground: Ground, { thresholds }: { readonly thresholds: Thresholds }): readonly string[] {
  const { say } = ground;
  const { atRisk, nearlySure, lost, lostDaysAfterPromise } = thresholds;
  return [
    say("rules.delays.atRisk", { percent: percent(ground, atRisk) }),
    say("rules.delays.nearlySure", { percent: percent(ground, nearlySure) }),
    say("rules.delays.lost", { percent: percent(ground, lost), days: lostDaysAfterPromise }),
  ];
}
