import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { discardDraft, resumeDraft } from "#lib/use-cases/brand/end-draft.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Throws the shop's draft away, or takes back what was thrown away last. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const page = deskPath("/admin/shops/[merchant]/brand", slug);
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/brand/discard" }, async (form, visit) => {
    const draft = { merchantId: visit.merchant.id, actor: visit.person.id };
    const isBack = form.fields.take === "back";
    const isDone = await (isBack ? resumeDraft(context(), draft) : discardDraft(context(), draft));
    if (isDone) return seeOther(`${page}?said=${isBack ? "resumed" : "discarded"}`);
    return seeOther(isBack ? `${page}?problem=gone` : page);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/brand", (await params).merchant));
}
