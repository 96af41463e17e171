import { BrandPage } from "#components/admin/brand/brand-page.tsx";
import { fontFacesOf } from "#lib/brand/font-faces.ts";
import { brandRoom } from "#lib/server/brand-room.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { requestNonce } from "#lib/server/nonce.ts";
import { changeBrand, readSentences } from "./actions.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The editor of a shop's brand. */
export default async function ShopBrandPage({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const visit = await requireMember(slug, "/admin/shops/[merchant]/brand");
  const [room, nonce] = await Promise.all([brandRoom(visit, await searchParams), requestNonce()]);
  const { editor, ...page } = room;
  return (
    <>
      <style nonce={nonce}>{fontFacesOf(["editorial", "technical", "bookish", "friendly"])}</style>
      <BrandPage {...page} editor={{ ...editor, change: changeBrand, read: readSentences }} />
    </>
  );
}
