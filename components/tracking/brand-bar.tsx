import type { Locale } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { speak } from "#lib/brand/words/speak.ts";

type BrandBarProps = { readonly brand: BrandTokens; readonly slug: string; readonly locale: Locale };

/** The shop's own name or mark, and the way back to the shop. Nothing else to get lost in. */
export function BrandBar({ brand, slug, locale }: BrandBarProps) {
  return (
    <header className="bar">
      <p className="flex min-h-11 items-center gap-3">
        <Mark brand={brand} slug={slug} />
      </p>
      {brand.storefrontUrl !== null && (
        <a className="back-link print:hidden" href={brand.storefrontUrl}>
          {speak(locale)("bar.back")}
          <svg
            className="size-4"
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            aria-hidden="true"
          >
            <path d="M5 11 11 5M6 5h5v5" />
          </svg>
        </a>
      )}
    </header>
  );
}

function Mark({ brand, slug }: Omit<BrandBarProps, "locale">) {
  const { logo } = brand;
  if (logo === null) return <span className="font-display text-lead">{brand.name}</span>;
  switch (logo.kind) {
    case "wordmark":
      return <span className={logo.spaced ? "wordmark-spaced" : "font-display text-lead"}>{logo.text}</span>;
    case "monogram":
      return (
        <>
          <span className="monogram" aria-hidden="true">
            {logo.text}
          </span>
          <span className="font-display text-lead">{brand.name}</span>
        </>
      );
    case "picture":
      return (
        <img className="h-9 w-auto max-w-52" src={`/media/${slug}/${logo.pictureId}`} alt={brand.name} height={36} />
      );
  }
}
