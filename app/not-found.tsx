import type { Metadata } from "next";
import { HostNotice } from "#components/host/host-notice.tsx";
import { requestNonce } from "#lib/server/nonce.ts";
import { readerVoice } from "#lib/server/reader-voice.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerVoice()).say("notFound.heading") };
}

/** The 404 of every address. It does not say whether a link was ever right. */
export default async function NotFoundPage() {
  return <HostNotice about="notFound" voice={await readerVoice()} nonce={await requestNonce()} />;
}
