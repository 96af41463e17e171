import type { Voice } from "#lib/brand/languages/voice.ts";
import type { BrandTokens, Logo, PictureRef } from "#lib/brand/tokens.ts";
import { distinctLinks, labelOf } from "#lib/brand/wording.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";

type BrandBarProps = { readonly brand: BrandTokens; readonly slug: string; readonly voice: Voice };

/** The room that a logo fits into, in CSS pixels. */
const ROOM = { width: 208, height: 40 };

/** The shop's own name or mark, and the way back to the shop. Its other links stand here only where there is room. */
export function BrandBar({ brand, slug, voice }: BrandBarProps) {
  return (
    <header className="bar">
      <p className="flex min-h-11 items-center gap-3">
        <Mark brand={brand} slug={slug} />
      </p>
      {brand.headerLinks.length > 0 && <HeaderLinks brand={brand} voice={voice} />}
      {brand.storefrontUrl !== null && <WayBack url={brand.storefrontUrl} voice={voice} />}
    </header>
  );
}

function HeaderLinks({ brand, voice }: Omit<BrandBarProps, "slug">) {
  return (
    <nav className="flex gap-8 max-desk:hidden print:hidden" aria-label={brand.name}>
      {distinctLinks(brand.headerLinks).map((link) => {
        const { text, lang } = labelOf(link, voice.locale, brand.locale);
        return (
          <a key={`${link.label} ${link.url}`} className="back-link" href={link.url} lang={lang}>
            {text}
          </a>
        );
      })}
    </nav>
  );
}

function WayBack({ url, voice }: { readonly url: string; readonly voice: Voice }) {
  return (
    <a className="back-link print:hidden" href={url}>
      {voice.say("bar.back")}
      <svg
        className="size-4 rtl:-scale-x-100"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d="M5 11 11 5M6 5h5v5" />
      </svg>
    </a>
  );
}

function Mark({ brand, slug }: Omit<BrandBarProps, "voice">) {
  const { logo } = brand;
  if (logo === null) return <Name brand={brand} />;
  switch (logo.kind) {
    case "wordmark":
      return (
        <span className={logo.spaced ? "wordmark-spaced" : "font-display text-lead"} lang={brand.locale}>
          {logo.text}
        </span>
      );
    case "monogram":
      return (
        <>
          <span className="monogram" aria-hidden="true" lang={brand.locale}>
            {logo.text}
          </span>
          <Name brand={brand} />
        </>
      );
    case "picture":
      return <LogoPicture logo={logo} brand={brand} slug={slug} />;
    default:
      return assertNever(logo);
  }
}

function Name({ brand }: { readonly brand: BrandTokens }) {
  return (
    <span className="font-display text-lead" lang={brand.locale}>
      {brand.name}
    </span>
  );
}

type LogoPictureProps = {
  readonly logo: Extract<Logo, { kind: "picture" }>;
  readonly brand: BrandTokens;
  readonly slug: string;
};

/** The logo for the paper it stands on. Its size is known beforehand, so nothing moves when it arrives. */
function LogoPicture({ logo, brand, slug }: LogoPictureProps) {
  const { light } = logo;
  const dark = logo.dark ?? light;
  const address = ({ pictureId }: PictureRef) => `/media/${slug}/${pictureId}`;
  const shown = brand.scheme === "dark" ? dark : light;
  const img = <img src={address(shown)} alt={brand.name} {...fitted(shown)} />;
  if (brand.scheme === "light" || dark === light) return img;
  return (
    <picture>
      <source media="print" srcSet={address(light)} {...fitted(light)} />
      {brand.scheme === "auto" && (
        <source media="(prefers-color-scheme: dark)" srcSet={address(dark)} {...fitted(dark)} />
      )}
      {img}
    </picture>
  );
}

function fitted({ width, height }: PictureRef): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, ROOM.width / width, ROOM.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
