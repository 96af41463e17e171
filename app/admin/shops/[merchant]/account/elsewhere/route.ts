import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { endOtherSessions } from "#lib/server/desk-sign-in.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { ownSessionsLimits } from "#lib/use-cases/access/limits.ts";
import { notePersonal } from "#lib/use-cases/access/note-personal.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Signs whoever is here out everywhere else. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const page = deskPath("/admin/shops/[merchant]/account", slug);
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/account/elsewhere" }, async (form, { person }) => {
    const refusal = await form.limited(ownSessionsLimits(person.id), page);
    if (refusal !== null) return refusal;
    await endOtherSessions(request);
    await notePersonal(context(), { userId: person.id, action: "person.signed_out_elsewhere" });
    return seeOther(`${page}?said=elsewhere`);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/account", (await params).merchant));
}
