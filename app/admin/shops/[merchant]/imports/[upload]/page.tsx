import { notFound } from "next/navigation";
import { deskFormat } from "#components/admin/desk-format.ts";
import { UploadPage } from "#components/admin/imports/upload-page.tsx";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { shopUpload, uploadContents, uploadPath, uploadView } from "#lib/server/shop-uploads.ts";
import { UPLOAD_KEPT_DAYS } from "#lib/use-cases/uploads/forget-uploads.ts";

type RouteProps = {
  params: Promise<{ merchant: string; upload: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One file that was brought. */
export default async function ShopUploadPage({ params, searchParams }: RouteProps) {
  const { merchant: slug, upload: id } = await params;
  const visit = await requireMember(slug, "/admin/shops/[merchant]/imports/[upload]");
  const upload = await shopUpload(visit.merchant.id, id);
  if (upload === null || upload.isDropped) return notFound();
  const [{ say, tag }, query, contents] = await Promise.all([
    deskReader(),
    searchParams,
    uploadContents(visit, upload),
  ]);
  return (
    <UploadPage
      say={say}
      format={deskFormat({ tag, zone: visit.merchant.zone })}
      shop={visit.merchant.name}
      list={deskPath("/admin/shops/[merchant]/imports", slug)}
      path={uploadPath("/admin/shops/[merchant]/imports/[upload]", slug, upload.id)}
      orders={`${deskPath("/admin/shops/[merchant]", slug)}/orders`}
      keptDays={UPLOAD_KEPT_DAYS}
      upload={uploadView(upload)}
      {...contents}
      isLate={query.problem === "late"}
    />
  );
}
