import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Temporal } from "temporal-polyfill";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { sentencesOf, slotsOf } from "#lib/brand/languages/sentences.ts";
import { type Say, type SentenceKey, type Voice, voiceOf } from "#lib/brand/languages/voice.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { PageNotice } from "#lib/promise/page/page-notice.ts";
import { type Dials, USUAL_FREQUENCIES } from "#lib/tracking/page/dials.ts";
import { NOW } from "#lib/tracking/page/page-testing.ts";
import type { OrderRecord, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { trackingPageOf } from "#lib/tracking/page/tracking-page-of.ts";
import { Freshness } from "./freshness.tsx";
import { OrderPage } from "./order-page.tsx";
import { readerOf } from "./reader.ts";

const shop: BrandTokens = {
  ...fallbackBrand,
  name: "Shop",
  supportEmail: "care@shop.example",
};

/** The page of an order at noon of a day, or at `NOW`. */
export function pageAt(order: OrderRecord, day: string | null = null): TrackingPage {
  const now = day === null ? NOW : Temporal.Instant.from(`${day}T12:00:00Z`);
  return trackingPageOf(order, { now, zone: "Europe/London" });
}

/** The whole page as the server sends it. No sentence of it may lack a fact. */
export function pageHtml(
  page: TrackingPage,
  spoken: Voice = voiceOf("en"),
  brand: BrandTokens = shop,
  notices: readonly PageNotice[] = [],
  offers: ReactNode = null,
): string {
  const voice = wholeVoice(spoken);
  const look = () => Promise.reject(new Error("Nobody looks while the server renders."));
  const fresh = <Freshness page={page} reader={readerOf(page, voice)} token="x" language={null} look={look} />;
  return renderToStaticMarkup(
    <OrderPage
      page={page}
      notices={notices}
      brand={brand}
      slug="shop"
      voice={voice}
      token="x"
      formKey="key"
      dials={DIALS}
      whole={null}
      said={{ dials: null, address: null, remedy: null }}
      fresh={fresh}
      offers={offers}
    />,
  );
}

const whole = new WeakMap<Voice, Voice>();

/** A voice that says no sentence in which a fact is empty: whoever reads it would find a hole. Made once for many pages. */
function wholeVoice(voice: Voice): Voice {
  const known = whole.get(voice) ?? checkedVoice(voice);
  whole.set(voice, known);
  return known;
}

function checkedVoice(voice: Voice): Voice {
  const slots = new Map([...sentencesOf(voice.language.words)].map(([key, sentence]) => [key, slotsOf(sentence)]));
  const check = (key: string, values: Readonly<Record<string, unknown>> = {}) => {
    const { at } = values;
    for (const slot of slots.get(key) ?? []) {
      const name = slot.slice(1, -1);
      const isLeftOut = name === "place" && at === "none";
      if (values[name] === undefined || (values[name] === "" && !isLeftOut)) throw new Error(`${key} lacks ${slot}`);
    }
  };
  const { say } = voice;
  const checked = (key: SentenceKey, values?: Record<string, string | number>) => {
    check(key, values);
    return say(key, values);
  };
  const rich: Say["rich"] = (key, values) => {
    check(key, values);
    return say.rich(key, values);
  };
  const markup: Say["markup"] = (key, values) => {
    check(key, values);
    return say.markup(key, values);
  };
  return { ...voice, say: Object.assign(checked, { rich, markup }) };
}

const DIALS: Dials = {
  language: null,
  neededBy: null,
  channels: [{ name: "email", frequencies: USUAL_FREQUENCIES }],
};

/** What can be read, spaces as people see them. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll(/[\s\u00a0]+/g, " ");
}

/** The headline alone. */
export function headlineOf(html: string): string {
  return textOf(/<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1] ?? "")
    .replaceAll(/ (?=[,.])/g, "")
    .trim();
}
