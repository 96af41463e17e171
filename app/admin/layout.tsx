import { headers } from "next/headers";
import type { ReactNode } from "react";
import { brandCss } from "#lib/brand/css.ts";
import { deskLook, deskScheme } from "#lib/server/desk-colours.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { requestNonce } from "#lib/server/nonce.ts";
import "./desk.css";

/** The document of the desk, in Porchlight's own look. It asks nobody who they are: each page does. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [{ tag, locale }, nonce, sent] = await Promise.all([deskReader(), requestNonce(), headers()]);
  return (
    <html lang={tag} className="desk" data-colours={deskScheme(sent)}>
      <head>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no, address=no, email=no" />
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
        <style nonce={nonce}>{brandCss(deskLook(sent), locale)}</style>
      </head>
      <body>{children}</body>
    </html>
  );
}
