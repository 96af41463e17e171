import type { ReactNode } from "react";

type DocumentProps = {
  /** The reader's language. */
  readonly language: { readonly tag: string; readonly direction: "ltr" | "rtl" };
  readonly title: string;
  /** CSS variables of one brand, from `brandCss`. */
  readonly css: string;
  readonly nonce: string;
  /** What else belongs into the head: a shop's icon, its fonts. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
};

/**
 * The whole document in the reader's language and the shop's colours. Its head is written here, not as Next's metadata: that
 * is worked out apart from the page, and would read the order a second time.
 */
export function Document({ language, title, css, nonce, head, children }: DocumentProps) {
  return (
    <html lang={language.tag} dir={language.direction}>
      <head>
        <title>{title}</title>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no, address=no, email=no" />
        {head}
        <style nonce={nonce}>{css}</style>
      </head>
      <body>{children}</body>
    </html>
  );
}
