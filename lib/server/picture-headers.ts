/** Of every picture that we serve. Scripts in an SVG never run: the sandbox has no origin and allows only the drawing's own style. */
export const pictureHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Robots-Tag": "noindex",
};
