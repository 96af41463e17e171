import { Document } from "#components/ui/document.tsx";
import { Lamp } from "#components/ui/lamp.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { brandCss } from "#lib/brand/css.ts";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import type { Locale } from "#lib/brand/locale.ts";
import { speak } from "#lib/brand/words/speak.ts";

type HostNoticeProps = {
  readonly about: "host" | "notFound";
  readonly locale: Locale;
  readonly nonce: string;
};

/** A page of the host, not of any shop, in Porchlight's own look. */
export function HostNotice({ about, locale, nonce }: HostNoticeProps) {
  const say = speak(locale);
  return (
    <Document locale={locale} css={brandCss(fallbackBrand)} nonce={nonce}>
      <Notice heading={say(`${about}.heading`)} mark={<Lamp />}>
        <p>{say(`${about}.text`)}</p>
        <p>{say(`${about}.fallback`)}</p>
      </Notice>
    </Document>
  );
}
