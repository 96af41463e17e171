import { AppError } from "#lib/kernel/app-error.ts";
import { carry } from "#lib/server/carried-fields.ts";
import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { accountPath, shopAccount } from "#lib/server/shop-carriers.ts";
import { carrierChangeLimits } from "#lib/use-cases/carriers/limits.ts";
import { openWebhook } from "#lib/use-cases/pushes/open-webhook.ts";

type Params = { params: Promise<{ merchant: string; account: string }> };

/** Makes the address that a carrier pushes to, or a new one. Its secret travels sealed, and is shown for two minutes. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, account: id } = await params;
  const page = accountPath("/admin/shops/[merchant]/carriers/[account]", slug, id);
  const door = "/admin/shops/[merchant]/carriers/[account]/webhook";
  return membersForm(request, { slug, door }, async (form, { merchant, person }) => {
    const account = await shopAccount(merchant.id, id);
    if (account === null) return seeOther(`${deskPath("/admin/shops/[merchant]/carriers", slug)}?problem=gone`);
    const wish = form.fields.do;
    if (wish !== "open" && wish !== "rotate") return seeOther(page);
    const refusal = await form.limited(carrierChangeLimits(merchant.id), page);
    if (refusal !== null) return refusal;
    const { carrier, label } = account;
    const secret = form.fields.secret?.trim() || null;
    try {
      const asked = { merchantId: merchant.id, carrier, label, secret, rotate: wish === "rotate", actor: person.id };
      const opened = await openWebhook(context(), asked);
      const shown = opened.secret === null ? [] : [carry(`${page} webhook`, { secret: opened.secret })];
      return seeOther(`${page}?said=webhook#pushes`, shown);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return seeOther(`${page}?problem=webhookSecret#pushes`);
    }
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant, account } = await params;
  return seeOther(accountPath("/admin/shops/[merchant]/carriers/[account]", merchant, account));
}
