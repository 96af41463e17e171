import { SentPage } from "#components/find/sent-page.tsx";
import { requestNonce } from "#lib/server/nonce.ts";
import { openFind } from "#lib/server/open-find.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** After the look-up, the same for everybody. */
export default async function SentRoute({ params, searchParams }: RouteProps) {
  const [{ merchant }, query, nonce] = await Promise.all([params, searchParams, requestNonce()]);
  const { slug, brand, voice, language } = await openFind(merchant, query);
  const findPath = `/find/${slug}${language === null ? "" : `?lang=${language}`}`;
  return <SentPage brand={brand} slug={slug} voice={voice} nonce={nonce} findPath={findPath} />;
}
