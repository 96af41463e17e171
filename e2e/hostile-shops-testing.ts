import fc from "fast-check";
import { locales } from "#lib/brand/locale.ts";
import { pairingNames } from "#lib/brand/pairings.ts";
import type { Reported } from "#lib/tracking/observation.ts";
import { REASONS } from "#lib/tracking/reason.ts";
import { reported } from "#lib/tracking/reported.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { hostileText } from "./hostile-texts.ts";
import { openTrialShop, type TrialDeps, type TrialOrder, type TrialShop } from "./trial-shop-testing.ts";

/** The page of a shop whose look, order and carrier are as bad as they can be. */
export type Hostile = { readonly name: string; readonly path: string; readonly locale: string };

/** The same shops at every run, so that what breaks breaks again. */
const SEED = 20_260_221;
const NEVER_TOLD = new Set(["pending", "expired"]);
const DAY_HOURS = 24;
/** A carrier's or a shop's text has no end of its own. */
const LONGEST = 5_000;

const colour = fc
  .tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 0.37, noNaN: true }),
    fc.integer({ min: 0, max: 359 }),
  )
  .map(([light, chroma, hue]) => `oklch(${light.toFixed(3)} ${chroma.toFixed(3)} ${hue})`);
const colours = fc.record(
  {
    paper: colour,
    surface: colour,
    tint: colour,
    ink: colour,
    muted: colour,
    accent: colour,
    onAccent: colour,
    link: colour,
    act: colour,
    good: colour,
  },
  { requiredKeys: [] },
);
const links = (most: number) =>
  fc.array(
    fc.record({
      label: hostileText(40),
      url: fc.constantFrom("https://shop.example/a", "https://shop.example/b?c='%22<>"),
    }),
    {
      maxLength: most,
    },
  );
const brand = fc.record({
  name: hostileText(80),
  locale: fc.constantFrom(...locales),
  accent: colour,
  mood: fc.record({
    neutrals: fc.constantFrom("warm", "neutral", "cool", "tinted"),
    contrast: fc.constantFrom("soft", "crisp"),
  }),
  light: colours,
  dark: colours,
  scheme: fc.constantFrom("light", "dark", "auto"),
  type: fc.constantFrom(...pairingNames),
  radius: fc.integer({ min: 0, max: 32 }),
  density: fc.constantFrom("dense", "regular", "airy"),
  answer: fc.constantFrom("paper", "tint", "accent"),
  logo: fc.oneof(
    fc.record({ kind: fc.constant("wordmark"), text: hostileText(40), spaced: fc.boolean() }),
    fc.record({ kind: fc.constant("monogram"), text: hostileText(3) }),
    fc.constant(null),
  ),
  supportEmail: fc.constantFrom(null, "a.very.long.name.for.a.mailbox.that.nobody.can.remember@shop.example"),
  storefrontUrl: fc.constantFrom(null, "https://shop.example"),
  headerLinks: links(3),
  footerLinks: links(8),
  footerText: fc.oneof(hostileText(300), fc.constant(null)),
});

const place = fc.record({
  city: fc.oneof(hostileText(120), fc.constant("Leeds")),
  region: fc.oneof(hostileText(60), fc.constant(null)),
  postalCode: fc.constantFrom("LS1 4AP", null),
  country: fc.constantFrom("GB", "DE", "XX", null),
});
const scan = fc.record({
  status: fc.constantFrom(...STATUSES.filter((status) => !NEVER_TOLD.has(status))),
  description: hostileText(LONGEST),
  place,
  reason: fc.constantFrom(null, ...REASONS),
  leftAt: fc.oneof(hostileText(200), fc.constant(null)),
  signedBy: fc.oneof(hostileText(200), fc.constant(null)),
  pickup: fc.oneof(
    fc.constant(null),
    fc.record({
      name: hostileText(200),
      street: hostileText(200),
      city: hostileText(120),
      region: fc.constant(null),
      postalCode: hostileText(40),
      country: fc.constant("GB"),
      hours: fc.constant([{ weekdays: [1, 2, 3], from: "09:00", to: "18:00" }]),
      until: fc.constant("2099-12-31"),
    }),
  ),
});
const shop = fc.record({
  brand,
  title: hostileText(LONGEST),
  more: fc.array(hostileText(300), { maxLength: 8 }),
  number: hostileText(120),
  shipName: hostileText(200),
  shipCity: hostileText(200),
  street: hostileText(400),
  scans: fc.array(scan, { maxLength: 12 }),
  isSplit: fc.boolean(),
});
type Shop = ReturnType<typeof shop.generate>["value"];

/** Opens so many shops; the first ones are the same however many there are. */
export async function openHostileShops(deps: TrialDeps, count: number): Promise<readonly Hostile[]> {
  const opened: Hostile[] = [];
  for (const [at, drawn] of fc.sample(shop, { seed: SEED, numRuns: count }).entries()) {
    // What was drawn has objects without a prototype, as no file gives them.
    const [path = ""] = await openTrialShop(deps, trialOf(deps, structuredClone(drawn), `hostile-${at}`));
    opened.push({ name: `hostile shop ${at}`, path, locale: drawn.brand.locale });
  }
  return opened;
}

function trialOf({ now }: TrialDeps, drawn: Shop, slug: string): TrialShop {
  const { brand: tokens, title, more } = drawn;
  const lines = [title, ...more].map((text, at) => ({ sku: `S${at}`, title: text, quantity: at + 1 }));
  return {
    slug,
    name: tokens.name,
    locale: tokens.locale,
    brand: tokens,
    products: lines.slice(0, 2).map(({ sku, title: text }) => ({
      kind: "product",
      sku,
      title: text,
      category: null,
      priceMinor: null,
      currency: null,
      stock: null,
      replenishable: false,
      pageUrl: "https://shop.example/thing?a='%22",
      guideLinks: { care: "https://shop.example/care" },
    })),
    orders: [orderOf(drawn, lines, now)],
  };
}

function orderOf(drawn: Shop, lines: TrialOrder["lines"], now: TrialDeps["now"]): TrialOrder {
  const ago = (hours: number) => now.subtract({ hours });
  const scans = drawn.scans.map((told, at): Reported => {
    const { status, ...said } = told;
    const instant = ago((drawn.scans.length - at) * 5).toString();
    const base = { kind: "scan", effect: "moves", status, reportPosition: at, raw: null } as const;
    return reported({ ...base, ...said, code: String(at), instant, localTime: instant.slice(0, 19) });
  });
  const shippedAt = ago(4 * DAY_HOURS).toString();
  const split = drawn.isSplit && lines.length > 1;
  return {
    number: drawn.number,
    placedAt: ago(5 * DAY_HOURS).toString(),
    shipTo: {
      name: drawn.shipName,
      street: drawn.street,
      city: drawn.shipCity,
      postcode: "LS1 4AP",
      region: null,
      country: "GB",
      phone: null,
    },
    lines,
    promise: { fromDay: now.toString().slice(0, 10), toDay: now.toString().slice(0, 10) },
    parcels: split
      ? [
          { carrier: "fedex", shippedAt, skus: ["S0"], scans },
          { carrier: "ups", shippedAt, skus: ["S1"], scans: scans.slice(0, 3) },
        ]
      : [{ carrier: "fedex", shippedAt, skus: null, scans }],
  };
}
