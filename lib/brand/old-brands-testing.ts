const hand = {
  families: [
    "Didot",
    "Bodoni 72",
    "Bodoni MT",
    "Bodoni Moda",
    "Playfair Display",
    "Noto Serif Display",
    "Georgia",
    "Noto Serif",
  ],
  generic: "serif",
};
const humanist = {
  families: ["Optima", "Gill Sans Nova", "Gill Sans", "Candara", "Avenir Next", "Noto Sans"],
  generic: "sans-serif",
};
const grotesque = {
  families: ["Helvetica Neue", "Neue Haas Grotesk Text Pro", "Inter Tight", "Inter", "Arial Nova", "Roboto", "Arial"],
  generic: "sans-serif",
};
const mono = {
  families: ["SF Mono", "Cascadia Mono", "JetBrains Mono", "Roboto Mono", "Menlo", "Consolas", "Droid Sans Mono"],
  generic: "monospace",
};
const song = {
  families: [
    "Songti TC",
    "LiSong Pro",
    "Noto Serif CJK TC",
    "Noto Serif TC",
    "Source Han Serif TC",
    "PMingLiU",
    "Hoefler Text",
  ],
  generic: "serif",
};
const hei = {
  families: ["PingFang TC", "Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei", "Source Han Sans TC"],
  generic: "sans-serif",
};

const maisonAlder = {
  name: "Maison Alder",
  logo: { kind: "wordmark", text: "Maison Alder", spaced: true },
  locale: "en",
  secondLocale: null,
  scheme: "auto",
  light: {
    paper: "oklch(0.98 0.008 85)",
    surface: "oklch(0.945 0.012 82)",
    tint: "oklch(0.93 0.022 88)",
    ink: "oklch(0.21 0.012 60)",
    muted: "oklch(0.46 0.015 70)",
    accent: "oklch(0.36 0.065 158)",
    onAccent: "oklch(0.98 0.008 85)",
  },
  dark: {
    paper: "oklch(0.185 0.012 150)",
    surface: "oklch(0.235 0.016 152)",
    tint: "oklch(0.25 0.022 152)",
    ink: "oklch(0.94 0.014 85)",
    muted: "oklch(0.74 0.018 95)",
    accent: "oklch(0.78 0.085 152)",
    onAccent: "oklch(0.17 0.02 155)",
  },
  type: { display: hand, text: humanist, numbers: humanist, displayWeight: 400, displayTracking: -15 },
  radius: 0,
  density: "airy",
  answer: "paper",
  storefrontUrl: "https://maison-alder.example",
  supportEmail: "care@maison-alder.example",
  footerLinks: [
    { label: "Returns", url: "https://maison-alder.example/returns" },
    { label: "Care and repair", url: "https://maison-alder.example/care" },
  ],
};

const voltgarten = {
  name: "Voltgarten",
  logo: { kind: "monogram", text: "V" },
  locale: "en",
  secondLocale: null,
  scheme: "dark",
  light: {
    paper: "oklch(0.97 0.003 250)",
    surface: "oklch(0.925 0.005 250)",
    tint: "oklch(0.94 0.03 103)",
    ink: "oklch(0.18 0.008 260)",
    muted: "oklch(0.46 0.012 255)",
    accent: "oklch(0.91 0.19 103)",
    onAccent: "oklch(0.15 0.01 260)",
  },
  dark: {
    paper: "oklch(0.155 0.006 260)",
    surface: "oklch(0.205 0.008 258)",
    tint: "oklch(0.24 0.016 100)",
    ink: "oklch(0.95 0.004 250)",
    muted: "oklch(0.72 0.012 252)",
    accent: "oklch(0.91 0.19 103)",
    onAccent: "oklch(0.15 0.01 260)",
  },
  type: { display: grotesque, text: grotesque, numbers: mono, displayWeight: 700, displayTracking: -25 },
  radius: 4,
  density: "dense",
  answer: "accent",
  storefrontUrl: "https://voltgarten.example",
  supportEmail: "support@voltgarten.example",
  footerLinks: [
    { label: "Manuals", url: "https://voltgarten.example/manuals" },
    { label: "Warranty", url: "https://voltgarten.example/warranty" },
    { label: "Returns", url: "https://voltgarten.example/returns" },
  ],
};

const alishanTea = {
  name: "阿里山茶集",
  logo: { kind: "monogram", text: "茶" },
  locale: "zh-Hant-TW",
  secondLocale: "en",
  scheme: "auto",
  light: {
    paper: "oklch(0.978 0.01 95)",
    surface: "oklch(0.948 0.02 150)",
    tint: "oklch(0.895 0.045 163)",
    ink: "oklch(0.29 0.028 160)",
    muted: "oklch(0.48 0.03 160)",
    accent: "oklch(0.56 0.115 42)",
    onAccent: "oklch(0.985 0.01 80)",
  },
  dark: {
    paper: "oklch(0.225 0.02 172)",
    surface: "oklch(0.275 0.026 172)",
    tint: "oklch(0.33 0.04 170)",
    ink: "oklch(0.93 0.018 120)",
    muted: "oklch(0.76 0.03 150)",
    accent: "oklch(0.74 0.1 48)",
    onAccent: "oklch(0.2 0.03 50)",
  },
  type: { display: song, text: hei, numbers: hei, displayWeight: 600, displayTracking: 20 },
  radius: 24,
  density: "regular",
  answer: "tint",
  storefrontUrl: "https://alishan-tea.example",
  supportEmail: "hello@alishan-tea.example",
  footerLinks: [{ label: "Instagram", url: "https://alishan-tea.example/instagram" }],
};

/** Brands exactly as version 0.1 stored them. */
export const oldBrands: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "maison-alder": maisonAlder,
  voltgarten,
  "alishan-tea": alishanTea,
};
