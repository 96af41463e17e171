type HeadersFor = {
  readonly nonce: string;
  readonly https: boolean;
  /** The merchants' desk: no page may hold it in a frame, not even ours. */
  readonly desk: boolean;
  /** The two sides of the one exception: a page of the desk that holds a preview, and the preview, which can do nothing. */
  readonly preview?: "holds" | "held" | null;
  /** React's development build needs `eval` and the reload socket. */
  readonly development: boolean;
};

/**
 * The headers of every page. Nothing is loaded from elsewhere, nothing inline runs without this response's nonce, no cache
 * keeps a shopper's page and no search engine lists it. `same-origin`: with `no-referrer`, browsers post forms with
 * `Origin: null`, which Next refuses.
 */
export function pageHeaders(input: HeadersFor): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(input),
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(input.https ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}

function contentSecurityPolicy({ nonce, development, desk, preview = null }: HeadersFor): string {
  const isHeld = preview === "held";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'nonce-${nonce}' 'self'`,
    // Charts and menus of the desk place themselves by `style=""`; a shopper's page has classes only.
    ...(desk && !isHeld ? ["style-src-attr 'unsafe-inline'"] : []),
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    isHeld ? "form-action 'none'" : "form-action 'self'",
    "base-uri 'none'",
    ...(preview === "holds" ? ["frame-src 'self'"] : []),
    desk && !isHeld ? "frame-ancestors 'none'" : "frame-ancestors 'self'",
  ].join("; ");
}
