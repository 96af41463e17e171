import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import { inLeeds, judgedPage } from "#lib/promise/page/page-notice-testing.ts";
import type { OfferCard, OfferRow } from "#lib/recommend/page/offer-row.ts";
import { isTrouble } from "#lib/tracking/page/answer-rank.ts";
import { at, lineOf, orderOf, parcelOf, scan } from "#lib/tracking/page/page-testing.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { Offers } from "./offers.tsx";
import { pageAt, pageHtml, textOf } from "./page-testing.tsx";

const voice = voiceOf("en");
const cup: OfferCard = {
  productId: "018f0000-0000-7000-8000-000000000001",
  title: "Cup",
  picturePath: "/media/shop/abc",
  price: { minor: 1_250, currency: "EUR" },
  hasPage: true,
  reason: { kind: "bought", title: "Tea" },
};
const html = (row: OfferRow) => renderToStaticMarkup(<Offers row={row} voice={voice} shop="Shop" token="t" />);
const SLOT = <Offers row={{ cards: [cup], sharedReason: null }} voice={voice} shop="Shop" token="t" />;

test("each thing has its reason; one that all share is said once", () => {
  const pot: OfferCard = { ...cup, productId: "2", title: "Pot", reason: { kind: "popular" } };
  expect(textOf(html({ cards: [cup, pot], sharedReason: null }))).toMatch(
    /^ Goes with your order Cup €12.50 Because you bought Tea Pot €12.50 Often bought at Shop $/,
  );
  const shared = textOf(html({ cards: [cup, { ...pot, reason: cup.reason }], sharedReason: cup.reason }));
  expect(shared.match(/Because you bought Tea/g)).toHaveLength(1);
});

test("a link leads by way of ours, and a thing without a page of its own is none", () => {
  expect(html({ cards: [cup], sharedReason: null })).toContain(`href="/t/t/see?product=${cup.productId}"`);
  const bare = html({ cards: [{ ...cup, hasPage: false, picturePath: null, price: null }], sharedReason: null });
  expect(bare).not.toMatch(/<a |<img|€/);
});

test("nothing that is only popular is said to go with the order", () => {
  const text = textOf(html({ cards: [{ ...cup, reason: { kind: "popular" } }], sharedReason: null }));
  expect(text).toContain("Perhaps something for you");
  expect(text).not.toContain("Goes with");
});

test.each(STATUSES)(
  "whatever was made for it, a page with a parcel that is %s offers nothing where that is trouble",
  (status) => {
    const page = pageAt(
      orderOf({ lines: [lineOf(1)], parcels: [parcelOf([scan(status, "2026-11-04T08:00:00", at("Leeds"))])] }),
    );
    expect(pageHtml(page, voice, undefined, [], SLOT).includes("Goes with")).toBe(!isTrouble(page.answer));
  },
);

test("nor does a page that says sorry for a parcel that is still on its way", () => {
  const late = judgedPage({ scans: [inLeeds("in_transit")], promise: ["2026-11-02", "2026-11-03"] });
  expect(late.notices).toMatchObject([{ notice: { kind: "apology" } }]);
  expect(pageHtml(late.page, voice, undefined, late.notices, SLOT)).not.toContain("Goes with");
});
