import { StartPage } from "#components/admin/start-page.tsx";
import { MOST_COUNTED } from "#db/queries/desk-counts.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { shopCounts } from "#lib/server/shop-reads.ts";

type RouteProps = { params: Promise<{ merchant: string }> };

/** The start of a shop's desk. */
export default async function ShopStartPage({ params }: RouteProps) {
  const { merchant: slug } = await params;
  const { merchant } = await requireMember(slug, "/admin/shops/[merchant]");
  const [{ say }, counts] = await Promise.all([deskReader(), shopCounts(merchant.id)]);
  return <StartPage say={say} shop={merchant.name} slug={slug} counts={counts} most={MOST_COUNTED} />;
}
