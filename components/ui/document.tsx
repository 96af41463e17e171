import type { ReactNode } from "react";

type DocumentProps = {
  readonly locale: string;
  /** CSS variables of one brand, from `brandCss`. */
  readonly css: string;
  readonly nonce: string;
  readonly children: ReactNode;
};

/** The whole document in the reader's language and the shop's colours. */
export function Document({ locale, css, nonce, children }: DocumentProps) {
  return (
    <html lang={locale}>
      <head>
        <style nonce={nonce}>{css}</style>
      </head>
      <body>{children}</body>
    </html>
  );
}
