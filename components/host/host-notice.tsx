import { Document } from "#components/ui/document.tsx";
import { Lamp } from "#components/ui/lamp.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { brandCss } from "#lib/brand/css.ts";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";

type HostNoticeProps = {
  readonly about: "host" | "notFound";
  readonly voice: Voice;
  readonly nonce: string;
};

/** A page of the host, not of any shop, in Porchlight's own look. */
export function HostNotice({ about, voice, nonce }: HostNoticeProps) {
  const { say } = voice;
  return (
    <Document
      language={voice.language}
      css={brandCss(fallbackBrand, voice.locale)}
      nonce={nonce}
      head={<link rel="icon" type="image/svg+xml" href="/icon.svg" />}
    >
      <Notice heading={say(`${about}.heading`)} mark={<Lamp />}>
        <p>{say(`${about}.text`)}</p>
        <p>{say(`${about}.fallback`)}</p>
      </Notice>
    </Document>
  );
}
