import { brandIcons } from "#lib/brand/brand-icon.ts";
import { fontPreloads } from "#lib/brand/font-faces.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import { themeColoursOf } from "#lib/brand/theme-colours.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";

type BrandHeadProps = { readonly brand: BrandTokens; readonly slug: string; readonly voice: Voice };

/** What a shop's page has in its head: the fonts that its top shows, its icon, the colour of the browser's bars. */
export function BrandHead({ brand, slug, voice }: BrandHeadProps) {
  return (
    <>
      {fontPreloads(brand, voice.locale).map((href) => (
        <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
      ))}
      {brandIcons(brand, slug).map((icon) => (
        <link key={icon.href + icon.rel} {...icon} />
      ))}
      {themeColoursOf(brand).map(({ media, content }) => (
        <meta key={media ?? "always"} name="theme-color" media={media} content={content} />
      ))}
    </>
  );
}
