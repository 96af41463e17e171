import { roleFrom } from "#lib/kernel/role.ts";
import { behind } from "#lib/server/behind.ts";
import { carry, carryNothing } from "#lib/server/carried-fields.ts";
import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { mailInvitation } from "#lib/server/desk-links.ts";
import { canMail } from "#lib/server/desk-mailer.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { addMember } from "#lib/use-cases/access/add-member.ts";
import { peopleLimits } from "#lib/use-cases/access/limits.ts";
import { readEmail } from "#lib/use-cases/access/read-person.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Lets somebody in and mails them so. The answer does not say whether they had been here before. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const page = deskPath("/admin/shops/[merchant]/people", slug);
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/people/add" }, async (form, visit) => {
    const { fields, voice, limited } = form;
    const { merchant, person } = visit;
    const role = roleFrom(fields.role);
    if (!canMail() || role === null) return seeOther(page);
    const email = readEmail(fields.email);
    const { name = "" } = fields;
    if (email === null)
      return seeOther(`${page}?problem=email#email`, [carry(page, { email: fields.email ?? "", name, role })]);
    const refusal = await limited(peopleLimits(merchant.id), page);
    if (refusal !== null) return refusal;
    const added = await addMember(context(), { merchantId: merchant.id, email, name, role, actor: person.id });
    if (added.isAdded)
      behind("an invitation", () => mailInvitation(added, { by: person.name, shop: merchant.name, voice }));
    return seeOther(`${page}?said=added`, [carryNothing()]);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/people", (await params).merchant));
}
