import { carry, carryNothing } from "#lib/server/carried-fields.ts";
import { keysProblem, typedKeys } from "#lib/server/carrier-keys.ts";
import { context, trackingDeps } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { accountPath, carrierOf, shopAccount } from "#lib/server/shop-carriers.ts";
import { changeKeys, mergedKeys } from "#lib/use-cases/carriers/change-keys.ts";
import { carrierTrialLimits } from "#lib/use-cases/carriers/limits.ts";
import { tryKeys } from "#lib/use-cases/carriers/try-account.ts";

type Params = { params: Promise<{ merchant: string; account: string }> };

/** Tries new keys of an account, and saves them where the carrier accepts them. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, account: id } = await params;
  const page = accountPath("/admin/shops/[merchant]/carriers/[account]", slug, id);
  const door = "/admin/shops/[merchant]/carriers/[account]/keys";
  return membersForm(request, { slug, door }, async (form, { merchant, person }) => {
    const merchantId = merchant.id;
    const account = await shopAccount(merchantId, id);
    const carrier = carrierOf(account?.carrier);
    if (account === null || carrier === null) {
      const list = deskPath("/admin/shops/[merchant]/carriers", slug);
      return seeOther(`${list}?problem=gone`);
    }
    const { accountId, sandbox } = account;
    const typed = typedKeys(form.fields);
    if (typed.clientId === "" && typed.clientSecret === "") return seeOther(page);
    const kept = carry(page, { clientId: typed.clientId });
    const credentials = (await mergedKeys(context(), { merchantId, accountId, typed })) ?? typed;
    const problem = keysProblem(credentials, { needsClientId: carrier.needsClientId, isSandbox: sandbox });
    if (problem !== null) return seeOther(`${page}?problem=${problem}#keys`, [kept]);
    const refusal = await form.limited(carrierTrialLimits(merchantId), page);
    if (refusal !== null) return refusal;
    const trial = await tryKeys(trackingDeps(), { merchantId, carrier: carrier.code, sandbox, credentials });
    const isAccepted = trial === "accepted" || trial === "forbidden";
    if (!isAccepted && (trial === "refused" || form.fields.anyway !== "1"))
      return seeOther(`${page}?keys=${trial}#keys`, [kept]);
    await changeKeys(context(), { merchantId, accountId, credentials, actor: person.id });
    return seeOther(`${page}?said=keys`, [carryNothing()]);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant, account } = await params;
  return seeOther(accountPath("/admin/shops/[merchant]/carriers/[account]", merchant, account));
}
