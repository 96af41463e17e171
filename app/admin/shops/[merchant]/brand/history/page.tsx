import { HistoryPage } from "#components/admin/brand/history-page.tsx";
import { brandHistory } from "#lib/server/brand-history.ts";
import { requireMember } from "#lib/server/desk-access.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Every version of a shop's brand. */
export default async function BrandHistoryPage({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const visit = await requireMember(slug, "/admin/shops/[merchant]/brand/history");
  return <HistoryPage {...(await brandHistory(visit, await searchParams))} />;
}
