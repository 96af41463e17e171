import { AppError } from "#lib/kernel/app-error.ts";
import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { publishedBrand } from "#lib/use-cases/brand/published-brand.ts";
import { restoreBrand } from "#lib/use-cases/brand/restore-brand.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Publishes an earlier version again. A draft stays as it is. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const base = deskPath("/admin/shops/[merchant]/brand", slug);
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/brand/restore" }, async ({ fields }, visit) => {
    const { version: text = "" } = fields;
    if (!/^[1-9]\d{0,8}$/.test(text)) return seeOther(`${base}/history?problem=noVersion`);
    const merchantId = visit.merchant.id;
    const from = Number(text);
    try {
      const { version: before } = await publishedBrand(context(), { merchantId });
      const { version } = await restoreBrand(context(), { merchantId, version: from, actor: visit.person.id });
      return seeOther(`${base}?said=restored&version=${version}&from=${from}&before=${before ?? 0}`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return seeOther(`${base}/history?problem=${error.code === "not_found" ? "noVersion" : "invalid"}`);
    }
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/brand/history", (await params).merchant));
}
