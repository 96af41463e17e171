import { trackingDeps } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { accountPath, shopAccount } from "#lib/server/shop-carriers.ts";
import { carrierTrialLimits } from "#lib/use-cases/carriers/limits.ts";
import { tryAccount } from "#lib/use-cases/carriers/try-account.ts";

type Params = { params: Promise<{ merchant: string; account: string }> };

/** Tries an account with one real call of its budget. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, account: id } = await params;
  const page = accountPath("/admin/shops/[merchant]/carriers/[account]", slug, id);
  const door = "/admin/shops/[merchant]/carriers/[account]/test";
  return membersForm(request, { slug, door }, async (form, { merchant }) => {
    const account = await shopAccount(merchant.id, id);
    if (account === null) return seeOther(`${deskPath("/admin/shops/[merchant]/carriers", slug)}?problem=gone`);
    const refusal = await form.limited(carrierTrialLimits(merchant.id), page);
    if (refusal !== null) return refusal;
    const trial = await tryAccount(trackingDeps(), { merchantId: merchant.id, accountId: account.accountId });
    return seeOther(`${page}?trial=${trial}`);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant, account } = await params;
  return seeOther(accountPath("/admin/shops/[merchant]/carriers/[account]", merchant, account));
}
