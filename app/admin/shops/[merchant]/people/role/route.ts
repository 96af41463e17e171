import { roleFrom } from "#lib/kernel/role.ts";
import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { peopleOutcome } from "#lib/server/people-outcome.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { setMemberRole } from "#lib/use-cases/access/change-member.ts";
import { peopleLimits } from "#lib/use-cases/access/limits.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Gives a member of the shop another role. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const page = deskPath("/admin/shops/[merchant]/people", slug);
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/people/role" }, async (form, visit) => {
    const role = roleFrom(form.fields.role);
    if (role === null) return seeOther(page);
    const refusal = await form.limited(peopleLimits(visit.merchant.id), page);
    if (refusal !== null) return refusal;
    const change = { merchantId: visit.merchant.id, userId: form.fields.person ?? "", actor: visit.person.id };
    return peopleOutcome(page, "role", setMemberRole(context(), { ...change, role }));
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/people", (await params).merchant));
}
