import type { Tx } from "#db/client.ts";
import { findJudgeGround } from "#db/queries/rules.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Judge } from "#lib/promise/judging/judged-parcel.ts";
import { openArrivalModel } from "./arrival-model.ts";
import type { DelayRules } from "./delay-rules-schema.ts";
import { delayRulesFrom } from "./stored-rules.ts";

/** What the parcels of one merchant are judged with at this moment, by the database's clock. */
export type ShopJudge = {
  readonly judge: Judge;
  readonly rules: DelayRules;
  /** The merchant's. */
  readonly zone: string;
};

/** All of it, in one statement but for the model. */
export async function shopJudge(tx: Tx, merchant: { readonly merchantId: MerchantId }): Promise<ShopJudge> {
  const { nowMs, zone, delayRules, builtAt } = await findJudgeGround(tx, merchant);
  const rules = delayRulesFrom(delayRules);
  const model = await openArrivalModel(tx, { ...merchant, builtAt, nowMs });
  return { judge: { ...model, nowMs, thresholds: rules.thresholds }, rules, zone };
}
