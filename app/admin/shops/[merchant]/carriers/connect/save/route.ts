import { AppError } from "#lib/kernel/app-error.ts";
import { carry, carryNothing } from "#lib/server/carried-fields.ts";
import { accountLabel, keysProblem, typedKeys } from "#lib/server/carrier-keys.ts";
import { context, trackingDeps } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { accountPath, carrierOf, hasAccount } from "#lib/server/shop-carriers.ts";
import { connectCarrier } from "#lib/use-cases/carriers/connect-carrier.ts";
import { carrierTrialLimits } from "#lib/use-cases/carriers/limits.ts";
import { tryKeys } from "#lib/use-cases/carriers/try-account.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Tries new keys with one real call, and connects the account where the carrier accepts them. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const page = deskPath("/admin/shops/[merchant]/carriers/connect", slug);
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/carriers/connect/save" }, async (form, visit) => {
    const { fields } = form;
    const { id: merchantId, sandbox } = visit.merchant;
    const carrier = carrierOf(fields.carrier);
    if (carrier === null) return seeOther(page);
    const back = `${page}?carrier=${carrier.code}`;
    const { code, needsClientId, isAggregator } = carrier;
    const credentials = typedKeys(fields);
    const label = accountLabel(fields.label);
    const typed = carry(page, { label: fields.label ?? "", clientId: credentials.clientId });
    const problem = label === null ? "label" : keysProblem(credentials, { needsClientId, isSandbox: sandbox });
    if (label === null || problem !== null) return seeOther(`${back}&problem=${problem}`, [typed]);
    if (await hasAccount(merchantId, { carrier: code, label })) return seeOther(`${back}&problem=exists`, [typed]);
    const refusal = await form.limited(carrierTrialLimits(merchantId), back);
    if (refusal !== null) return refusal;
    const trial = await tryKeys(trackingDeps(), { merchantId, carrier: code, sandbox, credentials });
    const isAccepted = trial === "accepted" || trial === "forbidden";
    if (!isAccepted && (trial === "refused" || fields.anyway !== "1"))
      return seeOther(`${back}&trial=${trial}`, [typed]);
    const account = { merchantId, carrier: code, label, sandbox, aggregator: isAggregator, credentials };
    try {
      const { accountId, parcels } = await connectCarrier(context(), { ...account, actor: visit.person.id });
      const next = accountPath("/admin/shops/[merchant]/carriers/[account]", slug, accountId);
      return seeOther(`${next}?said=connected&count=${parcels}`, [carryNothing()]);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return seeOther(`${back}&problem=conflict`, [typed]);
    }
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/carriers/connect", (await params).merchant));
}
