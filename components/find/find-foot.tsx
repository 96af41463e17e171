import { languages } from "#lib/brand/languages/registry.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import { locales } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { labelOf } from "#lib/brand/wording.ts";

type FindFootProps = { readonly brand: BrandTokens; readonly voice: Voice };

/** The shop's own links and the other languages. */
export function FindFoot({ brand, voice }: FindFootProps) {
  const { say, locale } = voice;
  const others = locales.filter((each) => each !== locale && (each === brand.locale || brand.locales.includes(each)));
  return (
    <footer className="foot">
      {brand.footerLinks.length > 0 && (
        <ul className="foot-links">
          {brand.footerLinks.map((link) => {
            const { text, lang } = labelOf(link, locale, brand.locale);
            return (
              <li key={link.url}>
                <a href={link.url} lang={lang}>
                  {text}
                </a>
              </li>
            );
          })}
        </ul>
      )}
      {others.length > 0 && (
        <nav className="foot-languages" aria-label={say("foot.languages")}>
          <ul className="foot-links">
            {others.map((other) => (
              <li key={other}>
                <a href={`?lang=${other}`} hrefLang={other} lang={other} dir={languages[other].direction}>
                  {languages[other].name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </footer>
  );
}
