import { locales } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { alishanTeaHero, maisonAlderHero } from "./pictures/demo-heroes.ts";

const maisonAlder: BrandTokens = {
  name: "Maison Alder",
  locale: "en",
  locales,
  accent: "oklch(0.36 0.065 158)",
  mood: { neutrals: "warm", contrast: "soft" },
  light: {
    paper: "oklch(0.98 0.008 85)",
    surface: "oklch(0.945 0.012 82)",
    tint: "oklch(0.93 0.022 88)",
    ink: "oklch(0.21 0.012 60)",
    muted: "oklch(0.46 0.015 70)",
    onAccent: "oklch(0.98 0.008 85)",
  },
  dark: {
    paper: "oklch(0.185 0.012 150)",
    surface: "oklch(0.235 0.016 152)",
    tint: "oklch(0.25 0.022 152)",
    ink: "oklch(0.94 0.014 85)",
    muted: "oklch(0.74 0.018 95)",
    accent: "oklch(0.78 0.085 152)",
  },
  scheme: "auto",
  type: "editorial",
  radius: 0,
  density: "airy",
  answer: "paper",
  logo: { kind: "wordmark", text: "Maison Alder", spaced: true },
  favicon: null,
  hero: maisonAlderHero,
  storefrontUrl: "https://maison-alder.example",
  supportEmail: "care@maison-alder.example",
  headerLinks: [
    {
      label: "The winter edit",
      labels: {
        de: "Die Winterkollektion",
        th: "คอลเลกชันฤดูหนาว",
        ar: "مجموعة الشتاء",
        "zh-Hant-TW": "冬季選品",
        "zh-Hans-CN": "冬季选品",
      },
      url: "https://maison-alder.example/winter",
    },
    {
      label: "Ateliers",
      labels: { th: "ห้องเสื้อ", ar: "المشاغل", "zh-Hant-TW": "工坊", "zh-Hans-CN": "工坊" },
      url: "https://maison-alder.example/ateliers",
    },
  ],
  footerLinks: [
    {
      label: "Returns",
      labels: {
        de: "Rückgabe",
        th: "การคืนสินค้า",
        ar: "الإرجاع",
        "zh-Hant-TW": "退貨",
        "zh-Hans-CN": "退货",
      },
      url: "https://maison-alder.example/returns",
    },
    {
      label: "Care and repair",
      labels: {
        de: "Pflege und Reparatur",
        th: "การดูแลและซ่อมแซม",
        ar: "العناية والإصلاح",
        "zh-Hant-TW": "保養與修補",
        "zh-Hans-CN": "保养与修补",
      },
      url: "https://maison-alder.example/care",
    },
  ],
  footerText: "Maison Alder, 14 rue du Perche, Paris",
};

const voltgarten: BrandTokens = {
  name: "Voltgarten",
  locale: "en",
  locales,
  accent: "oklch(0.91 0.19 103)",
  mood: { neutrals: "cool", contrast: "crisp" },
  light: { paper: "oklch(0.97 0.003 250)", surface: "oklch(0.925 0.005 250)", tint: "oklch(0.955 0.06 103)" },
  dark: {
    paper: "oklch(0.155 0.006 260)",
    surface: "oklch(0.205 0.008 258)",
    tint: "oklch(0.24 0.016 100)",
    ink: "oklch(0.95 0.004 250)",
    muted: "oklch(0.72 0.012 252)",
  },
  scheme: "dark",
  type: "technical",
  radius: 4,
  density: "dense",
  answer: "accent",
  logo: { kind: "monogram", text: "V" },
  favicon: null,
  hero: null,
  storefrontUrl: "https://voltgarten.example",
  supportEmail: "help@voltgarten.example",
  headerLinks: [],
  footerLinks: [
    {
      label: "Manuals",
      labels: {
        de: "Anleitungen",
        th: "คู่มือ",
        ar: "أدلة الاستخدام",
        "zh-Hant-TW": "使用手冊",
        "zh-Hans-CN": "使用手册",
      },
      url: "https://voltgarten.example/manuals",
    },
    {
      label: "Warranty",
      labels: { de: "Garantie", th: "การรับประกัน", ar: "الضمان", "zh-Hant-TW": "保固", "zh-Hans-CN": "保修" },
      url: "https://voltgarten.example/warranty",
    },
    {
      label: "Returns",
      labels: { de: "Rückgabe", th: "การคืนสินค้า", ar: "الإرجاع", "zh-Hant-TW": "退貨", "zh-Hans-CN": "退货" },
      url: "https://voltgarten.example/returns",
    },
  ],
  footerText: "Voltgarten GmbH, Werkstraße 8, 10249 Berlin",
};

const alishanTea: BrandTokens = {
  name: "阿里山茶集",
  locale: "zh-Hant-TW",
  locales,
  accent: "oklch(0.56 0.115 42)",
  mood: { neutrals: "tinted", contrast: "soft" },
  light: {
    paper: "oklch(0.978 0.01 95)",
    surface: "oklch(0.948 0.02 150)",
    tint: "oklch(0.905 0.034 158)",
    ink: "oklch(0.29 0.028 160)",
    muted: "oklch(0.48 0.03 160)",
    onAccent: "oklch(0.985 0.01 80)",
  },
  dark: {
    paper: "oklch(0.225 0.02 172)",
    surface: "oklch(0.275 0.026 172)",
    tint: "oklch(0.325 0.033 168)",
    ink: "oklch(0.93 0.018 120)",
    muted: "oklch(0.76 0.03 150)",
    accent: "oklch(0.74 0.1 48)",
  },
  scheme: "auto",
  type: "plain-serif",
  radius: 24,
  density: "regular",
  answer: "tint",
  logo: { kind: "monogram", text: "茶" },
  favicon: null,
  hero: alishanTeaHero,
  storefrontUrl: "https://alishan-tea.example",
  supportEmail: "hello@alishan-tea.example",
  headerLinks: [
    {
      label: "泡茶指南",
      labels: { en: "How to brew", de: "Tee aufgießen", th: "วิธีชงชา", ar: "طريقة التحضير", "zh-Hans-CN": "泡茶指南" },
      url: "https://alishan-tea.example/brewing",
    },
  ],
  footerLinks: [
    {
      label: "退換貨",
      labels: { en: "Returns", de: "Rückgabe", th: "การคืนสินค้า", ar: "الإرجاع", "zh-Hans-CN": "退换货" },
      url: "https://alishan-tea.example/returns",
    },
    { label: "Instagram", url: "https://alishan-tea.example/instagram" },
  ],
  footerText: null,
};

/** The looks of the three demo shops. They must not look related. */
export const demoBrands: Record<"maison-alder" | "voltgarten" | "alishan-tea", BrandTokens> = {
  "maison-alder": maisonAlder,
  voltgarten,
  "alishan-tea": alishanTea,
};
