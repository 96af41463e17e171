"use server";

import { keysProblem, typedKeys } from "#lib/server/carrier-keys.ts";
import { context, trackingDeps } from "#lib/server/context.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { carrierOf } from "#lib/server/shop-carriers.ts";
import { carrierTrialLimits } from "#lib/use-cases/carriers/limits.ts";
import { tryKeys } from "#lib/use-cases/carriers/try-account.ts";
import { take } from "#lib/use-cases/limits/take.ts";

/** Tries keys that stay in the form: what the carrier says of them, as a sentence. Nothing is kept. */
export async function tryNewKeys(
  slug: string,
  form: FormData,
): Promise<{ readonly isGood: boolean; readonly text: string }> {
  const { merchant } = await requireMember(slug, "/admin/shops/[merchant]/carriers/connect");
  const { say } = await deskReader();
  const fields = Object.fromEntries([...form].map(([name, value]) => [name, typeof value === "string" ? value : ""]));
  const carrier = carrierOf(fields.carrier);
  if (carrier === null) return { isGood: false, text: say("carriers.trial.unclear") };
  const credentials = typedKeys(fields);
  const { id: merchantId, sandbox } = merchant;
  const problem = keysProblem(credentials, { needsClientId: carrier.needsClientId, isSandbox: sandbox });
  if (problem !== null) return { isGood: false, text: say(`carriers.problem.${problem}`) };
  const taken = await take(context(), carrierTrialLimits(merchantId));
  if (!taken.ok)
    return { isGood: false, text: say("limit.text", { minutes: Math.max(1, Math.ceil(taken.retryAfterMs / 60_000)) }) };
  const trial = await tryKeys(trackingDeps(), { merchantId, carrier: carrier.code, sandbox, credentials });
  const result = trial ?? "unclear";
  return { isGood: result === "accepted" || result === "forbidden", text: say(`carriers.trial.${result}`) };
}
