import { HostNotice } from "#components/host/host-notice.tsx";
import { requestNonce } from "#lib/server/nonce.ts";
import { readerLocale } from "#lib/server/reader-locale.ts";

/** The host's own page: whoever comes here without a link learns where their link is. */
export default async function HostPage() {
  return <HostNotice about="host" locale={await readerLocale()} nonce={await requestNonce()} />;
}
