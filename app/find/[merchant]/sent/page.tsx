import type { Metadata } from "next";
import { SentPage } from "#components/find/sent-page.tsx";
import { requestNonce } from "#lib/server/nonce.ts";
import { openFind } from "#lib/server/open-find.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function open({ params, searchParams }: RouteProps) {
  const [{ merchant }, query] = await Promise.all([params, searchParams]);
  return openFind(merchant, query);
}

export async function generateMetadata(props: RouteProps): Promise<Metadata> {
  return { title: (await open(props)).voice.say("find.sentTitle") };
}

/** After the look-up, the same for everybody. */
export default async function SentRoute(props: RouteProps) {
  const [{ slug, brand, voice, language }, nonce] = await Promise.all([open(props), requestNonce()]);
  const findPath = `/find/${slug}${language === null ? "" : `?lang=${language}`}`;
  return <SentPage brand={brand} slug={slug} voice={voice} nonce={nonce} findPath={findPath} />;
}
