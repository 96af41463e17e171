import type { Voice } from "#lib/brand/languages/voice.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { altOf } from "#lib/brand/wording.ts";
import { isTrouble } from "#lib/tracking/page/answer-rank.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";

type HeroProps = {
  readonly page: TrackingPage;
  readonly brand: BrandTokens;
  readonly slug: string;
  readonly voice: Voice;
};

/** The shop's picture tile. Nothing is advertised beside trouble (product rule 7). */
export function Hero({ page, brand: { hero, locale }, slug, voice }: HeroProps) {
  if (hero === null || isTrouble(page.answer)) return null;
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
