import type { Voice } from "#lib/brand/languages/voice.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { altOf } from "#lib/brand/wording.ts";

type HeroProps = {
  readonly brand: BrandTokens;
  readonly slug: string;
  readonly voice: Voice;
  /** Something is wrong: nothing is advertised beside it (product rule 7). */
  readonly isHidden: boolean;
};

/** The shop's picture tile. */
export function Hero({ brand: { hero, locale }, slug, voice, isHidden }: HeroProps) {
  if (hero === null || isHidden) return null;
  const { text: alt, lang } = altOf(hero, voice.locale, locale);
  const { pictureId, width, height } = hero;
  const picture = (
    <img
      className="hero-picture"
      src={`/media/${slug}/${pictureId}`}
      alt={alt}
      lang={lang}
      width={width}
      height={height}
      loading="lazy"
    />
  );
  if (hero.url === null) return <p className="print:hidden">{picture}</p>;
  return (
    <p className="print:hidden">
      <a href={hero.url}>{picture}</a>
    </p>
  );
}
