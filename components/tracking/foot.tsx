import type { Locale } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { languageNames, speak } from "#lib/brand/words/speak.ts";

/** The shop's own links, the other language, and one word on who can see this page. */
export function Foot({ brand, locale }: { readonly brand: BrandTokens; readonly locale: Locale }) {
  const say = speak(locale);
  const other = [brand.locale, brand.secondLocale].find((offered) => offered !== null && offered !== locale);
  const isOffered = other !== undefined && other !== null;
  return (
    <footer className="foot">
      <p className="max-w-prose">{say("foot.private")}</p>
      {(brand.footerLinks.length > 0 || isOffered) && (
        <ul className="foot-links print:hidden">
          {brand.footerLinks.map((link) => (
            <li key={link.url}>
              <a href={link.url}>{link.label}</a>
            </li>
          ))}
          {isOffered && (
            <li>
              <a href={`?lang=${other}`} hrefLang={other} lang={other}>
                {languageNames[other]}
              </a>
            </li>
          )}
        </ul>
      )}
    </footer>
  );
}
