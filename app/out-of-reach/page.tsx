import { HostNotice } from "#components/host/host-notice.tsx";
import { requestNonce } from "#lib/server/nonce.ts";
import { readerLocale } from "#lib/server/reader-locale.ts";

/** What a link shows while the database is away, with status 503 from `proxy.ts`. */
export default async function OutOfReachPage() {
  return <HostNotice about="outOfReach" retrySeconds={20} locale={await readerLocale()} nonce={await requestNonce()} />;
}
