import { languages } from "#lib/brand/languages/registry.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import { offeredLocales } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { distinctLinks, labelOf } from "#lib/brand/wording.ts";

type FootProps = {
  readonly brand: BrandTokens;
  readonly voice: Voice;
  /** Where another order can be looked for. */
  readonly findPath?: string;
  /** Whether the page is an order's, for those who have its link. */
  readonly isPrivate?: boolean;
};

/** The shop's own links, the other languages, and one word on who can see this page. */
export function Foot({ brand, voice, findPath, isPrivate = true }: FootProps) {
  const { say, locale } = voice;
  const links = distinctLinks([...brand.headerLinks, ...brand.footerLinks]);
  const others = offeredLocales(brand).filter((each) => each !== locale);
  return (
    <footer className="foot">
      {isPrivate && <p className="foot-note">{say("foot.private")}</p>}
      {(links.length > 0 || findPath !== undefined) && (
        <ul className="foot-links print:hidden">
          {links.map((link) => {
            const { text, lang } = labelOf(link, locale, brand.locale);
            return (
              <li key={`${link.label} ${link.url}`}>
                <a href={link.url} lang={lang}>
                  <bdi>{text}</bdi>
                </a>
              </li>
            );
          })}
          {findPath !== undefined && (
            <li>
              <a href={findPath}>{say("foot.find")}</a>
            </li>
          )}
        </ul>
      )}
      {others.length > 0 && (
        <nav className="print:hidden" aria-label={say("foot.languages")}>
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
      {brand.footerText !== null && (
        <p className="foot-note" lang={brand.locale}>
          <bdi>{brand.footerText}</bdi>
        </p>
      )}
    </footer>
  );
}
