import { notFound } from "next/navigation";
import { PreviewDocument } from "#components/preview/preview-document.tsx";
import { brandPreview } from "#lib/server/brand-preview.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { requestNonce } from "#lib/server/nonce.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/**
 * A shop's page as its shoppers would see it, for a frame of the desk. It stands outside of `app/admin`, since its document is
 * the shoppers' and not the desk's. It does nothing real: no link of it leads anywhere, no form is posted, nothing is noted.
 */
export default async function BrandPreviewRoute({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const { merchant } = await requireMember(slug, "/admin/shops/[merchant]/brand/preview");
  const [preview, nonce] = await Promise.all([brandPreview(merchant, await searchParams), requestNonce()]);
  if (preview === null) return notFound();
  return <PreviewDocument {...preview} slug={slug} nonce={nonce} />;
}
