import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { peopleOutcome } from "#lib/server/people-outcome.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { removeMember } from "#lib/use-cases/access/change-member.ts";
import { peopleLimits } from "#lib/use-cases/access/limits.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Takes somebody's key to this shop's desk. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const page = deskPath("/admin/shops/[merchant]/people", slug);
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/people/remove" }, async (form, visit) => {
    const refusal = await form.limited(peopleLimits(visit.merchant.id), page);
    if (refusal !== null) return refusal;
    const userId = form.fields.person ?? "";
    const removed = removeMember(context(), { merchantId: visit.merchant.id, userId, actor: visit.person.id });
    return peopleOutcome(userId === visit.person.id ? "/admin" : page, "removed", removed);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/people", (await params).merchant));
}
