import type { ReactNode } from "react";
import { BrandBar } from "#components/tracking/brand-bar.tsx";
import { BrandHead } from "#components/tracking/brand-head.tsx";
import { Foot } from "#components/tracking/foot.tsx";
import { Document } from "#components/ui/document.tsx";
import { brandCss } from "#lib/brand/css.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";

export type FindFrameProps = {
  readonly brand: BrandTokens;
  readonly slug: string;
  readonly voice: Voice;
  readonly nonce: string;
};

type FrameProps = FindFrameProps & { readonly title: string; readonly children: ReactNode };

/** The document that the look-up and its answer stand in, in the shop's brand. */
export function FindFrame({ brand, slug, voice, nonce, title, children }: FrameProps) {
  const head = <BrandHead brand={brand} slug={slug} voice={voice} />;
  return (
    <Document language={voice.language} title={title} css={brandCss(brand, voice.locale)} nonce={nonce} head={head}>
      <BrandBar brand={brand} slug={slug} voice={voice} />
      <main className="find">{children}</main>
      <Foot brand={brand} voice={voice} isPrivate={false} />
    </Document>
  );
}
