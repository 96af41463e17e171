import type { Metadata } from "next";
import { HostNotice } from "#components/host/host-notice.tsx";
import { speak } from "#lib/brand/words/speak.ts";
import { requestNonce } from "#lib/server/nonce.ts";
import { readerLocale } from "#lib/server/reader-locale.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: speak(await readerLocale())("notFound.heading") };
}

/** The 404 of every address. It does not say whether a link was ever right. */
export default async function NotFoundPage() {
  return <HostNotice about="notFound" locale={await readerLocale()} nonce={await requestNonce()} />;
}
