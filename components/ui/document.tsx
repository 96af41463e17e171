import type { ReactNode } from "react";

type DocumentProps = {
  /** The reader's language. */
  readonly language: { readonly tag: string; readonly direction: "ltr" | "rtl" };
  /** CSS variables of one brand, from `brandCss`. */
  readonly css: string;
  readonly nonce: string;
  /** What else belongs into the head: a shop's icon, its fonts. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
};

/** The whole document in the reader's language and the shop's colours. */
export function Document({ language, css, nonce, head, children }: DocumentProps) {
  return (
    <html lang={language.tag} dir={language.direction}>
      <head>
        {head}
        <style nonce={nonce}>{css}</style>
      </head>
      <body>{children}</body>
    </html>
  );
}
