import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { accountPath, shopAccount } from "#lib/server/shop-carriers.ts";
import { disconnectCarrier } from "#lib/use-cases/carriers/disconnect-carrier.ts";

type Params = { params: Promise<{ merchant: string; account: string }> };

/** Takes an account away; the page of carriers offers it back. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, account: id } = await params;
  const door = "/admin/shops/[merchant]/carriers/[account]/disconnect";
  const list = deskPath("/admin/shops/[merchant]/carriers", slug);
  return membersForm(request, { slug, door }, async ({ fields }, { merchant, person }) => {
    const account = await shopAccount(merchant.id, id);
    if (account === null) return seeOther(`${list}?problem=gone`);
    const { accountId } = account;
    if (fields.do !== "disconnect")
      return seeOther(accountPath("/admin/shops/[merchant]/carriers/[account]", slug, accountId));
    await disconnectCarrier(context(), { merchantId: merchant.id, accountId, actor: person.id });
    return seeOther(`${list}?said=disconnected&account=${accountId}`);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant, account } = await params;
  return seeOther(accountPath("/admin/shops/[merchant]/carriers/[account]", merchant, account));
}
