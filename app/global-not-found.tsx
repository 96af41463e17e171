import "./globals.css";
import { HostNotice } from "#components/host/host-notice.tsx";
import { requestNonce } from "#lib/server/nonce.ts";
import { readerVoice } from "#lib/server/reader-voice.ts";

/** The 404 of every address. It does not say whether a link was ever right. */
export default async function GlobalNotFoundPage() {
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
