import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { accountPath, shopAccount } from "#lib/server/shop-carriers.ts";
import { carrierChangeLimits } from "#lib/use-cases/carriers/limits.ts";
import { pauseCarrier } from "#lib/use-cases/carriers/pause-carrier.ts";

type Params = { params: Promise<{ merchant: string; account: string }> };

/** Leaves an account alone, or has it asked again. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, account: id } = await params;
  const page = accountPath("/admin/shops/[merchant]/carriers/[account]", slug, id);
  const door = "/admin/shops/[merchant]/carriers/[account]/pause";
  return membersForm(request, { slug, door }, async (form, { merchant, person }) => {
    const account = await shopAccount(merchant.id, id);
    if (account === null) return seeOther(`${deskPath("/admin/shops/[merchant]/carriers", slug)}?problem=gone`);
    const wish = form.fields.do;
    if (wish !== "pause" && wish !== "resume") return seeOther(page);
    const refusal = await form.limited(carrierChangeLimits(merchant.id), page);
    if (refusal !== null) return refusal;
    const change = { merchantId: merchant.id, accountId: account.accountId, actor: person.id };
    await pauseCarrier(context(), { ...change, isPaused: wish === "pause" });
    return seeOther(`${page}?said=${wish}d`);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant, account } = await params;
  return seeOther(accountPath("/admin/shops/[merchant]/carriers/[account]", merchant, account));
}
