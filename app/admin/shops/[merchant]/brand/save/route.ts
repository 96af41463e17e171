import { carry, carryNothing } from "#lib/server/carried-fields.ts";
import { changesPosted } from "#lib/server/changes-posted.ts";
import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { brandLimits } from "#lib/use-cases/access/limits.ts";
import { brandDraft } from "#lib/use-cases/brand/brand-draft.ts";
import { changeDraft } from "#lib/use-cases/brand/change-draft.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Takes one of the editor's forms into the draft, where it is posted without JavaScript. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const base = deskPath("/admin/shops/[merchant]/brand", slug);
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/brand/save" }, async (form, visit) => {
    const { merchant, person } = visit;
    const page = `${base}?part=${encodeURIComponent(form.fields.part ?? "look")}`;
    const { form: present } = await brandDraft(context(), { merchantId: merchant.id });
    const changes = changesPosted(form.fields, present);
    if (changes.length === 0) return seeOther(page);
    const refusal = await form.limited(brandLimits(merchant.id, person.id), page);
    if (refusal !== null) return refusal;
    const { clashes } = await changeDraft(context(), { merchantId: merchant.id, actor: person.id, changes });
    if (clashes.length === 0) return seeOther(`${page}&said=saved`, [carryNothing()]);
    const clashed = new Set(clashes.map(({ path }) => path.join("/")));
    const typed = changes.flatMap(({ path, is }) =>
      clashed.has(path.join("/")) ? [[path.join("/"), JSON.stringify(is ?? null)] as const] : [],
    );
    return seeOther(`${page}&problem=clash`, [carry(base, Object.fromEntries(typed))]);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/brand", (await params).merchant));
}
