import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { shopAnswers } from "#lib/server/shop-carriers.ts";
import { chooseAnswering } from "#lib/use-cases/carriers/choose-answering.ts";
import { carrierChangeLimits } from "#lib/use-cases/carriers/limits.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Chooses who answers for a carrier's parcels, in which order; or the usual order again. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const page = deskPath("/admin/shops/[merchant]/carriers", slug);
  const door = "/admin/shops/[merchant]/carriers/answering";
  return membersForm(request, { slug, door }, async ({ fields, limited }, { merchant, person }) => {
    const known = (await shopAnswers(merchant)).find(({ carrier }) => carrier === fields.carrier);
    if (known === undefined) return seeOther(page);
    const refusal = await limited(carrierChangeLimits(merchant.id), page);
    if (refusal !== null) return refusal;
    const { carrier, able } = known;
    const wished = fields.usual === undefined ? able.map((_, nth) => fields[`by${nth}`]) : [];
    const accountIds = wished
      .flatMap((id) => able.filter(({ accountId }) => accountId === id))
      .map((one) => one.accountId);
    const change = { merchantId: merchant.id, carrier, accountIds, actor: person.id };
    const { parcels } = await chooseAnswering(context(), change);
    return seeOther(`${page}?said=answers&parcels=${parcels}#answers`);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/carriers", (await params).merchant));
}
