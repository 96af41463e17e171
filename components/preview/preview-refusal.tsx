import { Notice } from "#components/ui/notice.tsx";
import { brandCss } from "#lib/brand/css.ts";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";

type PreviewRefusalProps = {
  readonly tag: string;
  readonly nonce: string;
  readonly heading: string;
  readonly text: string;
};

/** Why there is no page to be seen: a document of its own, since a preview has no other. */
export function PreviewRefusal({ tag, nonce, heading, text }: PreviewRefusalProps) {
  return (
    <html lang={tag}>
      <head>
        <title>{heading}</title>
        <style nonce={nonce}>{brandCss(fallbackBrand)}</style>
      </head>
      <body>
        <Notice heading={heading}>
          <p>{text}</p>
        </Notice>
      </body>
    </html>
  );
}
