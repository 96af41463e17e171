import { FindPage } from "#components/find/find-page.tsx";
import { requestNonce } from "#lib/server/nonce.ts";
import { openFind } from "#lib/server/open-find.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The look-up of one shop, for those who have lost their link. */
export default async function FindRoute({ params, searchParams }: RouteProps) {
  const [{ merchant }, query, nonce] = await Promise.all([params, searchParams, requestNonce()]);
  return <FindPage {...(await openFind(merchant, query))} nonce={nonce} />;
}
