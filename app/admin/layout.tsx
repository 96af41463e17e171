import type { ReactNode } from "react";
import { brandCss } from "#lib/brand/css.ts";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { requestNonce } from "#lib/server/nonce.ts";
import "./desk.css";

/** The document of the desk, in Porchlight's own look. It asks nobody who they are: each page does. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [{ tag, locale }, nonce] = await Promise.all([deskReader(), requestNonce()]);
  return (
    <html lang={tag} className="desk">
      <head>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no, address=no, email=no" />
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
        <style nonce={nonce}>{brandCss(fallbackBrand, locale)}</style>
      </head>
      <body>{children}</body>
    </html>
  );
}
