import type { BrandTokens, FontStack } from "./tokens.ts";

const sans: FontStack = { families: ["Avenir Next", "Segoe UI", "Roboto", "Noto Sans"], generic: "system-ui" };

/** Porchlight's own look: for pages of the host itself, and for a shop that has not chosen its brand yet. */
export const fallbackBrand: BrandTokens = {
  name: "Porchlight",
  logo: null,
  locale: "en",
  secondLocale: null,
  scheme: "auto",
  light: {
    paper: "oklch(0.985 0.006 85)",
    surface: "oklch(0.955 0.012 85)",
    tint: "oklch(0.935 0.035 85)",
    ink: "oklch(0.24 0.03 265)",
    muted: "oklch(0.48 0.025 265)",
    accent: "oklch(0.38 0.07 265)",
    onAccent: "oklch(0.98 0.02 90)",
  },
  dark: {
    paper: "oklch(0.2 0.025 265)",
    surface: "oklch(0.25 0.03 265)",
    tint: "oklch(0.29 0.035 265)",
    ink: "oklch(0.95 0.015 85)",
    muted: "oklch(0.75 0.02 265)",
    accent: "oklch(0.83 0.12 80)",
    onAccent: "oklch(0.2 0.025 265)",
  },
  type: { display: sans, text: sans, numbers: sans, displayWeight: 650, displayTracking: -20 },
  radius: 10,
  density: "regular",
  answer: "paper",
  storefrontUrl: null,
  supportEmail: null,
  footerLinks: [],
};
