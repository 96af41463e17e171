/** The demo shops' short names, in the order in which they are shown. */
export const demoSlugs = ["maison-alder", "voltgarten", "alishan-tea"] as const;
export type DemoSlug = (typeof demoSlugs)[number];

export type DemoMerchant = {
  readonly slug: DemoSlug;
  readonly name: string;
  readonly currency: string;
  readonly zone: string;
  readonly locale: string;
  readonly sandbox: boolean;
  readonly storefrontUrl: string;
  readonly supportEmail: string;
};

/** Three shops that are not related: a fashion label, an electronics shop and a tea house. Their carriers are the sandbox's. */
export const demoMerchants: Readonly<Record<DemoSlug, DemoMerchant>> = {
  "maison-alder": {
    slug: "maison-alder",
    name: "Maison Alder",
    currency: "EUR",
    zone: "Europe/Paris",
    locale: "en",
    sandbox: true,
    storefrontUrl: "https://maison-alder.example",
    supportEmail: "care@maison-alder.example",
  },
  voltgarten: {
    slug: "voltgarten",
    name: "Voltgarten",
    currency: "EUR",
    zone: "Europe/Berlin",
    locale: "en",
    sandbox: true,
    storefrontUrl: "https://voltgarten.example",
    supportEmail: "help@voltgarten.example",
  },
  "alishan-tea": {
    slug: "alishan-tea",
    name: "阿里山茶集 Alishan Tea Collective",
    currency: "TWD",
    zone: "Asia/Taipei",
    locale: "zh-Hant",
    sandbox: true,
    storefrontUrl: "https://alishan-tea.example",
    supportEmail: "hello@alishan-tea.example",
  },
};
