import { context } from "#lib/server/context.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { linkOutcome } from "#lib/server/link-outcome.ts";
import { orderPath } from "#lib/server/order-path.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { reopenLink } from "#lib/use-cases/links/reopen-link.ts";

type Params = { params: Promise<{ merchant: string; order: string }> };

/** Gives an order whose link was revoked a new one. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, order } = await params;
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/orders/[order]/renew" }, async (form, visit) =>
    linkOutcome({ form, visit, slug, order }, "renewed", (change) => reopenLink(context(), change)),
  );
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, order } = await params;
  return seeOther(orderPath(slug, order));
}
