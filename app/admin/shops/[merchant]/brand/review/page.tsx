import { ReviewPage } from "#components/admin/brand/review-page.tsx";
import { brandReview } from "#lib/server/brand-review.ts";
import { requireMember } from "#lib/server/desk-access.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What the shop's draft changes for its shoppers. */
export default async function BrandReviewPage({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const visit = await requireMember(slug, "/admin/shops/[merchant]/brand/review");
  return <ReviewPage {...(await brandReview(visit, await searchParams))} />;
}
