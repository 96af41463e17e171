import { locales } from "./locale.ts";
import type { BrandTokens } from "./tokens.ts";

/** Porchlight's own look: for pages of the host itself, and for a shop that has not chosen its brand yet. */
export const fallbackBrand: BrandTokens = {
  name: "Porchlight",
  locale: "en",
  locales,
  accent: "oklch(0.38 0.07 265)",
  mood: { neutrals: "warm", contrast: "soft" },
  light: {
    paper: "oklch(0.985 0.006 85)",
    surface: "oklch(0.955 0.012 85)",
    tint: "oklch(0.935 0.035 85)",
    ink: "oklch(0.24 0.03 265)",
    muted: "oklch(0.48 0.025 265)",
  },
  dark: {
    paper: "oklch(0.2 0.025 265)",
    surface: "oklch(0.25 0.03 265)",
    tint: "oklch(0.29 0.035 265)",
    accent: "oklch(0.83 0.12 80)",
  },
  scheme: "auto",
  type: "plain",
  radius: 10,
  density: "regular",
  answer: "paper",
  logo: null,
  favicon: null,
  hero: null,
  storefrontUrl: null,
  supportEmail: null,
  headerLinks: [],
  footerLinks: [],
  footerText: null,
};
