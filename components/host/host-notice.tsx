import { Document } from "#components/ui/document.tsx";
import { Lamp } from "#components/ui/lamp.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { brandCss } from "#lib/brand/css.ts";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";

type HostNoticeProps = {
  readonly voice: Voice;
  readonly nonce: string;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly link?: { readonly href: string; readonly text: string };
};

/** A page of the host, not of any shop, in Porchlight's own look. */
export function HostNotice({ voice, nonce, heading, lines, link }: HostNoticeProps) {
  return (
    <Document
      language={voice.language}
      title={heading}
      css={brandCss(fallbackBrand, voice.locale)}
      nonce={nonce}
      head={<link rel="icon" type="image/svg+xml" href="/icon.svg" />}
    >
      <Notice heading={heading} mark={<Lamp />}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {link !== undefined && (
          <p>
            <a className="button button-quiet" href={link.href}>
              {link.text}
            </a>
          </p>
        )}
      </Notice>
    </Document>
  );
}
