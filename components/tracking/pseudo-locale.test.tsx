import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FindPage } from "#components/find/find-page.tsx";
import { SentPage } from "#components/find/sent-page.tsx";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { en } from "#lib/brand/languages/en.ts";
import { pseudoSentence, pseudoVoice } from "#lib/brand/languages/pseudo-testing.ts";
import { languages } from "#lib/brand/languages/registry.ts";
import { sentenceProblems, sentencesOf } from "#lib/brand/languages/sentences.ts";
import { locales } from "#lib/brand/locale.ts";
import { inLeeds, judgedPage, learned } from "#lib/promise/page/page-notice-testing.ts";
import { USUAL_FREQUENCIES } from "#lib/tracking/page/dials.ts";
import { at, CHECKED, lineOf, orderOf, parcelOf, scan } from "#lib/tracking/page/page-testing.ts";
import type { OrderRecord, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { REASONS } from "#lib/tracking/reason.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { Offers } from "./offers.tsx";
import { OrderPage } from "./order-page.tsx";
import { pageAt, pageHtml } from "./page-testing.tsx";
import { Preparing } from "./preparing.tsx";

const voice = pseudoVoice();
const shop = {
  ...fallbackBrand,
  name: "Shop",
  locales,
  supportEmail: "care@shop.example",
  storefrontUrl: "https://shop.example",
};
const whole = { name: "Arthur Nguyen", street: "1 High Street", postcode: "X1 1XX", city: "Leeds", phone: "12345" };
const pickup = {
  name: "Corner Shop",
  street: "2 Low Road",
  city: "Leeds",
  region: null,
  postalCode: "X1 1XX",
  country: "GB",
  hours: [{ weekdays: [1, 2, 3], from: "09:00", to: "18:00" }],
  until: "2026-11-09",
};
/** What is no sentence of ours: names, numbers, clock times, the words of carriers and shops, what languages call themselves. */
const VALUES = new Set<string>([
  ...locales.map((locale) => languages[locale].name),
  ...Object.values(whole),
  ...[
    "Shop",
    "S",
    "#1001",
    "Corner Shop",
    "2 Low Road",
    "X1 1XX Leeds",
    "Scan by hand",
    "· UPS",
    "· DHL",
    "T",
    "09:00",
    "7Q4M",
  ],
]);
const TITLE = /^Thing \d$/;

const lines = [1, 2, 3, 4, 5, 6, 7, 8].map((position) => ({
  ...lineOf(position, position),
  guides: { setup: "https://shop.example/1", care: "https://shop.example/2", film: "https://shop.example/3" },
}));
const all = lines.map(({ position }) => ({ position, quantity: null }));
const explained = new Set<string>(["customs", "exception", "returning"]);
const told = STATUSES.flatMap((status) =>
  [null, ...(explained.has(status) ? REASONS : [])].map((reason): [string, Partial<OrderRecord>] => {
    const said = {
      ...at("Leeds"),
      reason,
      description: "Scan by hand",
      pickup,
      actionRequired: "contact_carrier" as const,
    };
    return [
      `${status}, ${reason}`,
      // A reason changes the answer alone: what is in the parcel stands on the pages without one.
      {
        parcels: [parcelOf([scan(status, "2026-11-05T09:00:00", said)], { items: reason === null ? all : [] })],
        ...(reason === null ? {} : { lines: lines.slice(0, 1) }),
      },
    ];
  }),
);
const unheard = { ...CHECKED, problem: { kind: "outage" as const, since: "2026-11-05T02:05:00Z" } };
const silent: [string, Partial<OrderRecord>][] = [
  ["not handed over", { neededBy: "2026-11-20" }],
  ["no promise", { promises: [] }],
  ["cancelled", { cancelledAt: "2026-11-03T10:00:00Z" }],
  ["no scan", { parcels: [parcelOf([], { items: all })] }],
  ["a silent carrier", { parcels: [parcelOf([], { items: all, check: unheard })] }],
  ["two parcels", { parcels: [parcelOf([]), parcelOf([], { carrier: "dhl", items: [{ position: 2, quantity: 1 }] })] }],
];
const byStatus = told.filter(([name]) => name.endsWith("null"));
const byReason = told.filter(([name]) => !name.endsWith("null"));

test("the pseudo language keeps the facts, choices and marks of every sentence, and is about 40 % longer", () => {
  const own = Object.fromEntries([...sentencesOf(en.words)].map(([key, text]) => [key, pseudoSentence(text)]));
  expect(sentenceProblems(own, en.words)).toEqual([]);
  const size = (texts: Iterable<string>) => [...texts].join("").length;
  expect(size(Object.values(own)) / size(sentencesOf(en.words).values())).toBeGreaterThan(1.3);
  expect(pseudoSentence("{n, plural, one {# day} other {# days}} in <town>{place}</town>")).toBe(
    "⟦{n, plural, one {# ðááý} other {# ðááýš}} îîñ <town>{place}</town>⟧",
  );
});

test.each([
  ["its status", byStatus],
  ["the reason", byReason],
  ["is not known yet", silent],
])("no sentence of a tracking page is written into a component, whatever %s", (_, orders) => {
  const found = orders.flatMap(([name, change]) => {
    const page = pageAt(orderOf({ lines, ...change }));
    return hardCoded(pageHtml(page, voice, shop)).map((text) => `${name}: ${text}`);
  });
  expect(found).toEqual([]);
});

test("no sentence about a delay is written into a component", () => {
  const gift = {
    ruleId: "r",
    gesture: { kind: "points", points: 5 },
    costMinor: 1,
    currency: "EUR",
    code: "7Q4M",
  } as const;
  const chosen = { id: "c", remedy: "wait", state: "declined", dueOn: null } as const;
  const kept = { ...learned(["2026-11-08", "2026-11-09"], 0.9), gift, chosen };
  const judged = REASONS.map((reason) => judgedPage({ scans: [inLeeds("in_transit", { reason })], kept }));
  for (const { page, notices } of [...judged, judgedPage({ scans: null, promise: ["2026-11-02", "2026-11-03"] })]) {
    expect(notices).toHaveLength(1);
    expect(hardCoded(pageHtml(page, voice, shop, notices))).toEqual([]);
  }
});

test("no sentence of what a form answers is written into a component", () => {
  const page = pageAt(orderOf({ lines }));
  for (const html of [
    answered(page, { dials: "saved", address: null, remedy: null }, whole),
    answered(page, { dials: "refused", address: { kind: "wrong" }, remedy: null }, null),
    answered(page, { dials: "limited", address: null, remedy: null }, null),
    answered(page, { dials: "open", address: { kind: "wait", minutes: 3 }, remedy: null }, null),
  ])
    expect(hardCoded(html)).toEqual([]);
});

test("no sentence of what is offered is written into a component", () => {
  const card = { picturePath: null, price: null, hasPage: true, productId: "1" };
  const reasons = [
    { kind: "bought", title: "Thing 2" },
    { kind: "pinned", title: "Thing 2" },
    { kind: "used_up" },
    { kind: "popular" },
  ] as const;
  const all = reasons.map((reason, at) => ({ ...card, title: `Thing ${at}`, reason }));
  for (const cards of [all, all.slice(3)])
    for (const sharedReason of [null, reasons[0]]) {
      const offers = <Offers row={{ cards, sharedReason }} voice={voice} shop="Shop" token="x" />;
      expect(hardCoded(renderToStaticMarkup(offers))).toEqual([]);
    }
});

test("no sentence of the pages around it is written into a component", () => {
  const frame = { brand: shop, slug: "shop", voice, nonce: "x" };
  const typed = { number: "", email: "", postcode: "" };
  const shown = [
    <FindPage key="1" {...frame} language={null} typed={typed} problems={["number", "proof", "email", "postcode"]} />,
    <SentPage key="2" {...frame} findPath="/find/shop" />,
    <Preparing key="3" voice={voice} look={{ seconds: 10, href: "?" }} />,
    <Preparing key="4" voice={voice} look={{ seconds: null, href: "?" }} />,
  ];
  expect(shown.flatMap((element) => hardCoded(renderToStaticMarkup(element)))).toEqual([]);
});

test("a sentence that was written into a component would be found", () => {
  expect(hardCoded('<p>⟦Áá⟧ and more</p><img alt="A coat"/><p>⟦Ñø <b>one</b>⟧</p>')).toEqual(["and more", "A coat"]);
});

type Said = Parameters<typeof OrderPage>[0]["said"];

function answered(page: TrackingPage, said: Said, address: typeof whole | null): string {
  const channels = (["email", "sms", "push"] as const).map((name) => ({ name, frequencies: USUAL_FREQUENCIES }));
  const dials = { language: null, neededBy: null, channels };
  const about = {
    page,
    notices: [],
    brand: shop,
    slug: "shop",
    voice,
    token: "x",
    formKey: "key",
    dials,
    said,
    fresh: null,
    offers: null,
  };
  return renderToStaticMarkup(<OrderPage {...about} whole={address} />);
}

/** Texts of a page that stand in no brackets and are no values, those that only ears meet included. */
function hardCoded(html: string): string[] {
  const spoken = [...html.matchAll(/ (?:aria-label|alt|title|placeholder)="([^"]*)"/g)].map(([, text = ""]) => text);
  const subjects = [...html.matchAll(/subject=([^"]*)"/g)].map(([, text = ""]) => decodeURIComponent(text));
  const seen = html.replaceAll(/<(style|script).*?<\/\1>/gs, "").replaceAll(/<[^>]*>/g, "\n");
  return [seen, ...spoken, ...subjects]
    .flatMap((text) => outside(text).split("\n"))
    .map((text) => text.replaceAll(/[\u2068\u2069]/g, "").trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text) && !VALUES.has(text) && !TITLE.test(text));
}

/** What stands outside of all brackets. */
function outside(text: string): string {
  let depth = 0;
  return [...text]
    .map((letter) => {
      if (letter === "⟦") depth += 1;
      const isOut = depth === 0;
      if (letter === "⟧") depth -= 1;
      return isOut ? letter : "";
    })
    .join("");
}
