import { context } from "#lib/server/context.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { linkOutcome } from "#lib/server/link-outcome.ts";
import { orderPath } from "#lib/server/order-path.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { revokeLink } from "#lib/use-cases/links/revoke-link.ts";

type Params = { params: Promise<{ merchant: string; order: string }> };

/** Makes the link of an order worthless. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, order } = await params;
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/orders/[order]/revoke" }, async (form, visit) =>
    linkOutcome({ form, visit, slug, order }, "revoked", (change) => revokeLink(context(), change)),
  );
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, order } = await params;
  return seeOther(orderPath(slug, order));
}
