import { AppError } from "#lib/kernel/app-error.ts";
import { carry, carryNothing } from "#lib/server/carried-fields.ts";
import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { accountPath, shopAccount } from "#lib/server/shop-carriers.ts";
import { carrierChangeLimits } from "#lib/use-cases/carriers/limits.ts";
import { setLimits } from "#lib/use-cases/carriers/set-limits.ts";

type Params = { params: Promise<{ merchant: string; account: string }> };

/** Says how often an account may call. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, account: id } = await params;
  const page = accountPath("/admin/shops/[merchant]/carriers/[account]", slug, id);
  const door = "/admin/shops/[merchant]/carriers/[account]/limits";
  return membersForm(request, { slug, door }, async (form, { merchant, person }) => {
    const account = await shopAccount(merchant.id, id);
    if (account === null) return seeOther(`${deskPath("/admin/shops/[merchant]/carriers", slug)}?problem=gone`);
    const { perSecond, perHour, perDay } = form.fields;
    if (perSecond === undefined || perHour === undefined || perDay === undefined) return seeOther(page);
    const refusal = await form.limited(carrierChangeLimits(merchant.id), page);
    if (refusal !== null) return refusal;
    const limits = { perSecond: limitOf(perSecond), perHour: limitOf(perHour), perDay: limitOf(perDay) };
    const before = account.limits;
    try {
      const change = { merchantId: merchant.id, accountId: account.accountId, limits, actor: person.id };
      await setLimits(context(), change);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return seeOther(`${page}?problem=limits#limits`, [carry(page, { perSecond, perHour, perDay })]);
    }
    const was = [before.perSecond, before.perHour, before.perDay].map((limit) => limit ?? "").join("_");
    return seeOther(`${page}?said=limits&was=${was}`, [carryNothing()]);
  });
}

/** Empty is no limit; what is no number at all is one that `setLimits` refuses. */
function limitOf(text: string): number | null {
  return text.trim() === "" ? null : Number(text.trim().replace(",", "."));
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant, account } = await params;
  return seeOther(accountPath("/admin/shops/[merchant]/carriers/[account]", merchant, account));
}
