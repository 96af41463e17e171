import { Document } from "#components/ui/document.tsx";
import { Lamp } from "#components/ui/lamp.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { brandCss } from "#lib/brand/css.ts";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";

/** For an installation of several shops: the host does not know which of them is meant. */
export function WhichShop({ voice, nonce }: { readonly voice: Voice; readonly nonce: string }) {
  const { say } = voice;
  return (
    <Document language={voice.language} css={brandCss(fallbackBrand, voice.locale)} nonce={nonce}>
      <Notice heading={say("find.whichHeading")} mark={<Lamp />}>
        <p>{say("find.which")}</p>
        <p>{say("find.whichHelp")}</p>
      </Notice>
    </Document>
  );
}
