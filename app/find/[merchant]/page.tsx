import type { Metadata } from "next";
import { FindPage } from "#components/find/find-page.tsx";
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
  const { voice, brand } = await open(props);
  return { title: voice.say("find.title", { shop: brand.name }) };
}

/** The look-up of one shop, for those who have lost their link. */
export default async function FindRoute(props: RouteProps) {
  const [find, nonce] = await Promise.all([open(props), requestNonce()]);
  return <FindPage {...find} nonce={nonce} />;
}
