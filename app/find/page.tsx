import type { Metadata } from "next";
import { FindPage } from "#components/find/find-page.tsx";
import { HostNotice } from "#components/host/host-notice.tsx";
import { context } from "#lib/server/context.ts";
import { requestNonce } from "#lib/server/nonce.ts";
import { openFind } from "#lib/server/open-find.ts";
import { readerVoice } from "#lib/server/reader-voice.ts";
import { onlyShop } from "#lib/use-cases/find/open-shop.ts";

type RouteProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function open({ searchParams }: RouteProps) {
  // Before the database: only then does Next know that this page is made at each request.
  const query = await searchParams;
  const slug = await onlyShop(context());
  return slug === null ? null : openFind(slug, query);
}

export async function generateMetadata(props: RouteProps): Promise<Metadata> {
  const find = await open(props);
  if (find === null) return { title: (await readerVoice()).say("find.whichHeading") };
  return { title: find.voice.say("find.title", { shop: find.brand.name }) };
}

/** The look-up where the address names no shop: that of the only one, or how to get to the right one. */
export default async function FindAnyRoute(props: RouteProps) {
  const [find, nonce] = await Promise.all([open(props), requestNonce()]);
  if (find !== null) return <FindPage {...find} nonce={nonce} />;
  const voice = await readerVoice();
  const { say } = voice;
  return (
    <HostNotice
      voice={voice}
      nonce={nonce}
      heading={say("find.whichHeading")}
      lines={[say("find.which"), say("find.whichHelp")]}
    />
  );
}
