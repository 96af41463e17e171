import { FindPage } from "#components/find/find-page.tsx";
import { HostNotice } from "#components/host/host-notice.tsx";
import { context } from "#lib/server/context.ts";
import { requestNonce } from "#lib/server/nonce.ts";
import { openFind } from "#lib/server/open-find.ts";
import { readerVoice } from "#lib/server/reader-voice.ts";
import { onlyShop } from "#lib/use-cases/find/open-shop.ts";

type RouteProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The look-up where the address names no shop: that of the only one, or how to get to the right one. */
export default async function FindAnyRoute({ searchParams }: RouteProps) {
  // Before the database: only then does Next know that this page is made at each request.
  const [query, nonce] = await Promise.all([searchParams, requestNonce()]);
  const slug = await onlyShop(context());
  if (slug !== null) return <FindPage {...(await openFind(slug, query))} nonce={nonce} />;
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
