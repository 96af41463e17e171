import { deskFormat } from "#components/admin/desk-format.ts";
import { ImportsPage } from "#components/admin/imports/imports-page.tsx";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { shopUpload, shopUploads, uploadView } from "#lib/server/shop-uploads.ts";
import { MOST_UPLOAD_BYTES } from "#lib/use-cases/uploads/receive-upload.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const PROBLEMS = ["noFile", "cutOff", "tooLarge"] as const;

/** Files that bring orders and what goes with them. */
export default async function ShopImportsPage({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const { merchant } = await requireMember(slug, "/admin/shops/[merchant]/imports");
  const [{ say, tag }, query] = await Promise.all([deskReader(), searchParams]);
  const before = typeof query.before === "string" ? query.before : undefined;
  const file = query.said === "dropped" && typeof query.file === "string" ? query.file : "";
  const [{ uploads, next }, dropped] = await Promise.all([
    shopUploads(merchant.id, before),
    shopUpload(merchant.id, file),
  ]);
  return (
    <ImportsPage
      say={say}
      format={deskFormat({ tag, zone: merchant.zone })}
      shop={merchant.name}
      zone={merchant.zone}
      path={deskPath("/admin/shops/[merchant]/imports", slug)}
      orders={`${deskPath("/admin/shops/[merchant]", slug)}/orders`}
      mostBytes={MOST_UPLOAD_BYTES}
      problem={PROBLEMS.find((word) => word === query.problem) ?? null}
      dropped={dropped?.isDropped === true ? dropped.id : null}
      history={{ uploads: uploads.map(uploadView), isFirstPage: before === undefined, next }}
    />
  );
}
