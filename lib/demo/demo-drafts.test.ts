import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Draft, DraftKind } from "#lib/orders/drafts.ts";
import { demoDrafts } from "./demo-drafts.ts";
import { demoSlugs } from "./merchants.ts";
import { isTrackingNumber } from "./tracking-numbers.ts";

const today = Temporal.PlainDate.from("2026-03-04");
const shops = demoSlugs.map((slug) => ({ slug, ...demoDrafts(slug, today) }));
const ofKind = <Kind extends DraftKind>(drafts: readonly Draft[], kind: Kind) =>
  drafts.filter((draft): draft is Extract<Draft, { kind: Kind }> => draft.kind === kind);
const everything = shops.flatMap((shop) => shop.history);
const orders = ofKind(everything, "order");
const shipments = ofKind(everything, "shipment");
const parcelsOf = (number: string) => shipments.filter((shipment) => shipment.orderNumber === number);
const carriers = ["ups", "fedex", "usps", "dhl", "t-cat"] as const;

describe("the demo shops together", () => {
  it("hold at least 24 orders and 30 products", () => {
    expect(orders.length).toBeGreaterThanOrEqual(28);
    expect(shops.flatMap((shop) => shop.products).length).toBeGreaterThanOrEqual(30);
  });

  it("hold orders that are handed over and orders that are not", () => {
    const waiting = orders.filter((order) => order.cancelledAt === null && parcelsOf(order.number).length === 0);
    expect(waiting.length).toBeGreaterThanOrEqual(3);
    expect(shipments.length).toBeGreaterThanOrEqual(20);
  });

  it.each([
    ["in two parcels", () => orders.some((order) => parcelsOf(order.number).length === 2)],
    ["to another continent", () => orders.some((order) => order.currency === "EUR" && order.shipTo?.country === "US")],
    ["needed by a day", () => orders.some((order) => order.note?.startsWith("Needed by ") === true)],
    ["cancelled", () => orders.some((order) => order.cancelledAt !== null)],
    ["given as a gift", () => orders.some((order) => order.note?.startsWith("Gift") === true)],
    ["of nine things", () => orders.some((order) => order.lines.length === 9)],
    ["of a single thing", () => orders.some((order) => order.lines.length === 1 && order.lines[0]?.quantity === 1)],
    ["with a long name", () => orders.some((order) => (order.shopperName?.length ?? 0) > 50)],
    ["of a guest without a name", () => orders.some((order) => order.shopperName === null)],
    ["of a guest without an email", () => orders.some((order) => order.email === null)],
  ])("hold an order %s", (_, present) => {
    expect(present()).toBe(true);
  });

  it("hold an order whose promise has passed while it is on its way", () => {
    const reviewed = new Set(ofKind(everything, "review").map((review) => review.email));
    const late = orders.filter((order) => order.promise !== null && order.promise.toDay < today.toString());
    expect(late.some((order) => order.number === "VG-88117" && !reviewed.has(order.email ?? ""))).toBe(true);
  });

  it.each(["review", "subscription", "loyalty", "return", "consent"] as const)("have each a %s", (kind) => {
    for (const shop of shops) expect(ofKind(shop.history, kind).length, shop.slug).toBeGreaterThan(0);
  });

  it("give every parcel a number of its own with the right check digit", () => {
    for (const { carrier, trackingNumber } of shipments) {
      expect(carriers.some((known) => known === carrier && isTrackingNumber(known, trackingNumber))).toBe(true);
    }
    expect(new Set(shipments.map((shipment) => shipment.trackingNumber)).size).toBe(shipments.length);
  });

  it("write to nobody real", () => {
    for (const order of orders) expect(order.email ?? "nobody@example.com").toMatch(/@example\.com$/);
  });
});

describe.each(shops)("$slug", ({ slug, products, history }) => {
  const own = ofKind(history, "order");
  const skus = new Set(products.map((product) => product.sku));

  it("sells only what it has", () => {
    const named = [
      ...own.flatMap((order) => order.lines),
      ...ofKind(history, "review"),
      ...ofKind(history, "subscription"),
      ...ofKind(history, "return").flatMap((back) => back.lines),
    ];
    for (const { sku } of named) expect(skus, sku).toContain(sku);
  });

  it("adds up every order to the cent", () => {
    for (const order of own) {
      const lines = order.lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0);
      expect(order.subtotalMinor, order.number).toBe(lines);
      expect(order.totalMinor, order.number).toBe(lines + order.shippingMinor + order.taxMinor - order.discountMinor);
      expect(order.totalMinor, order.number).toBeGreaterThan(0);
    }
  });

  it("numbers its orders once, in the order in which they came", () => {
    const byTime = own.toSorted((a, b) => (a.placedAt < b.placedAt ? -1 : 1)).map((order) => order.number);
    expect(new Set(byTime).size).toBe(byTime.length);
    expect(byTime).toEqual(byTime.toSorted());
  });

  it("sends parcels of present orders, with their own goods, after they were placed and before now", () => {
    for (const shipment of ofKind(history, "shipment")) {
      const order = own.find((candidate) => candidate.number === shipment.orderNumber);
      const bought = order?.lines.map((line) => line.sku) ?? [];
      for (const sku of shipment.skus?.split(" ") ?? bought) expect(bought).toContain(sku);
      expect((shipment.shippedAt ?? "") > (order?.placedAt ?? "~"), shipment.orderNumber).toBe(true);
      expect((shipment.shippedAt ?? "") < `${today}`, shipment.orderNumber).toBe(true);
    }
  });

  it("returns what was bought, and no more", () => {
    for (const back of ofKind(history, "return")) {
      const order = own.find((candidate) => candidate.number === back.orderNumber);
      for (const { sku, quantity } of back.lines) {
        expect(order?.lines.find((line) => line.sku === sku)?.quantity ?? 0).toBeGreaterThanOrEqual(quantity);
      }
    }
  });

  it("knows every reviewer, subscriber and member from an order, and reviews only what they bought", () => {
    const buyers = new Set(own.map((order) => order.email));
    for (const draft of history) if ("email" in draft && draft.kind !== "order") expect(buyers).toContain(draft.email);
    for (const review of ofKind(history, "review")) {
      const theirs = own.filter((order) => order.email === review.email && order.placedAt < review.reviewedAt);
      expect(theirs.flatMap((order) => order.lines).map((line) => line.sku)).toContain(review.sku);
    }
  });

  it("points its guides to its own site", () => {
    for (const { guideLinks, pageUrl } of products) {
      for (const url of [pageUrl ?? "", ...Object.values(guideLinks)])
        expect(url).toContain(`https://${slug}.example/`);
    }
  });

  it("is the same for the same day", () => {
    expect(demoDrafts(slug, today)).toEqual({ products, history });
  });
});
