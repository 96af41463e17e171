import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { changeOwnPassword } from "#lib/server/desk-sign-in.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { ownPasswordLimits } from "#lib/use-cases/access/limits.ts";
import { notePersonal } from "#lib/use-cases/access/note-personal.ts";
import { isPassword } from "#lib/use-cases/access/read-person.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Changes one's own password. What was typed is never carried back: a password stands in no page and no cookie. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const page = deskPath("/admin/shops/[merchant]/account", slug);
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/account/password" }, async (form, { person }) => {
    const { present = "", chosen } = form.fields;
    if (!isPassword(chosen)) return seeOther(`${page}?problem=short#chosen`);
    if (chosen === present) return seeOther(`${page}?problem=same#chosen`);
    const refusal = await form.limited(ownPasswordLimits(person.id), page);
    if (refusal !== null) return refusal;
    const kept = await changeOwnPassword(request, { present, chosen });
    if (kept === null) return seeOther(`${page}?problem=wrong#present`);
    await notePersonal(context(), { userId: person.id, action: "person.password_changed" });
    return seeOther(`${page}?said=password`, kept);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/account", (await params).merchant));
}
