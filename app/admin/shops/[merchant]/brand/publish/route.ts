import { AppError } from "#lib/kernel/app-error.ts";
import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { publishDraft } from "#lib/use-cases/brand/end-draft.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Makes the draft that somebody has looked over what shoppers see. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const base = deskPath("/admin/shops/[merchant]/brand", slug);
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/brand/publish" }, async ({ fields }, visit) => {
    const revision = Number(fields.revision ?? Number.NaN);
    const draft = { merchantId: visit.merchant.id, actor: visit.person.id, revision };
    try {
      const { before } = await publishDraft(context(), draft);
      return seeOther(`${base}?said=published${before === null ? "" : `&before=${before}`}`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "not_found") return seeOther(`${base}?problem=nothing`);
      return seeOther(`${base}/review?problem=${error.code === "conflict" ? "changed" : "invalid"}`);
    }
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/brand", (await params).merchant));
}
