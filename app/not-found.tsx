import type { Metadata } from "next";
import { HostNotice } from "#components/host/host-notice.tsx";
import { requestNonce } from "#lib/server/nonce.ts";
import { readerVoice } from "#lib/server/reader-voice.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerVoice()).say("notFound.heading") };
}

/** The 404 of every address. It does not say whether a link was ever right. */
export default async function NotFoundPage() {
  const voice = await readerVoice();
  const { say } = voice;
  return (
    <HostNotice
      voice={voice}
      nonce={await requestNonce()}
      heading={say("notFound.heading")}
      lines={[say("notFound.text"), say("notFound.fallback")]}
      link={{ href: "/find", text: say("notFound.find") }}
    />
  );
}
