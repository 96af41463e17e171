import * as z from "zod";
import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { reconnectCarrier } from "#lib/use-cases/carriers/disconnect-carrier.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Takes an account back that was disconnected. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const list = deskPath("/admin/shops/[merchant]/carriers", slug);
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/carriers/undo" }, async ({ fields }, visit) => {
    const accountId = z.uuid().safeParse(fields.account);
    if (!accountId.success) return seeOther(list);
    const key = { merchantId: visit.merchant.id, accountId: accountId.data, actor: visit.person.id };
    const isBack = await reconnectCarrier(context(), key);
    return seeOther(`${list}?${isBack ? "said=reconnected" : "problem=gone"}`);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/carriers", (await params).merchant));
}
