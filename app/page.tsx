import { HostNotice } from "#components/host/host-notice.tsx";
import { requestNonce } from "#lib/server/nonce.ts";
import { readerVoice } from "#lib/server/reader-voice.ts";

/** The host's own page: whoever comes here without a link learns where their link is. */
export default async function HostPage() {
  const voice = await readerVoice();
  const { say } = voice;
  return (
    <HostNotice
      voice={voice}
      nonce={await requestNonce()}
      heading={say("host.heading")}
      lines={[say("host.text"), say("host.fallback")]}
    />
  );
}
