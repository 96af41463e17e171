import type { Db } from "#db/client.ts";
import { findJudgeGround, type RulesKind } from "#db/queries/rules.ts";
import { withTenant } from "#db/tenant.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { readableRules } from "#lib/use-cases/rules/readable-rules.ts";
import { tryClock } from "./try-clock.ts";
import { type DelayTried, tryDelayRules } from "./try-delay-rules.ts";
import { type PromiseTried, tryPromiseRules } from "./try-promise-rules.ts";
import { type RecommendTried, tryRecommendRules } from "./try-recommend-rules.ts";

export type Tried = DelayTried | PromiseTried | RecommendTried;

type Asked = {
  readonly merchantId: MerchantId;
  readonly kind: RulesKind;
  /** As they would be stored. */
  readonly rules: unknown;
  readonly onProgress?: (line: { readonly done: number; readonly of: number }) => void;
};

const DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * What the last 90 days would have been with these rules, beside those that hold and what really happened. Reads only, gives
 * way to everything else in the process, and ends after some seconds with what it has.
 */
export async function tryRules(
  deps: { readonly db: Db },
  { merchantId, kind, rules, onProgress }: Asked,
): Promise<Tried> {
  const { nowMs } = await withTenant(deps.db, merchantId, (tx) => findJudgeGround(tx, { merchantId }));
  const asked = { merchantId, sinceMs: nowMs - DAYS * DAY_MS, clock: tryClock(onProgress ?? (() => {})) };
  switch (kind) {
    case "promise":
      return tryPromiseRules(deps, { ...asked, rules: readableRules("promise", rules) });
    case "delay":
      return tryDelayRules(deps, { ...asked, rules: readableRules("delay", rules) });
    case "recommend":
      return tryRecommendRules(deps, { ...asked, rules: readableRules("recommend", rules) });
    default:
      return assertNever(kind);
  }
}
