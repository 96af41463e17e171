import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { demoDrafts } from "./demo-drafts.ts";
import { type PersonaName, personaDrafts, personas } from "./personas.ts";

const today = Temporal.PlainDate.from("2026-11-20");
const names: readonly PersonaName[] = ["naomi", "chrissy", "marshall"];

describe("personas", () => {
  it.each(names)("%s is in the shop's data as in the fixture", (name) => {
    const { history } = demoDrafts(personas[name].slug, today);
    for (const draft of personaDrafts(name, today)) expect(history).toContainEqual(draft);
  });

  it.each(names)("%s has orders, a review, points and consents", (name) => {
    const kinds = new Set(personaDrafts(name, today).map((draft) => draft.kind));
    for (const kind of ["order", "shipment", "review", "loyalty", "consent"]) expect(kinds).toContain(kind);
  });

  it("Naomi is new and left one or two stars for what she bought", () => {
    const drafts = personaDrafts("naomi", today);
    const review = drafts.find((draft) => draft.kind === "review");
    expect(review?.rating).toBeLessThanOrEqual(2);
    const first = drafts.find((draft) => draft.kind === "order");
    expect(first?.lines.map((line) => line.sku)).toContain(review?.sku);
    expect(first !== undefined && first.placedAt > today.subtract({ days: 30 }).toString()).toBe(true);
  });

  it("Chrissy has a tier and 500 points that expire on one day soon", () => {
    const loyalty = personaDrafts("chrissy", today).find((draft) => draft.kind === "loyalty");
    expect(loyalty).toMatchObject({ tier: "gold", lots: [{ points: 500, expiresOn: "2026-12-02" }] });
  });

  it("Marshall receives one product every month and has agreed to promotions", () => {
    const drafts = personaDrafts("marshall", today);
    const subscription = drafts.find((draft) => draft.kind === "subscription");
    expect(subscription).toMatchObject({ status: "active", intervalCount: 1, intervalUnit: "month" });
    const bought = drafts.flatMap((draft) => (draft.kind === "order" ? draft.lines.map((line) => line.sku) : []));
    expect(new Set(bought)).toEqual(new Set([subscription?.sku]));
    const consents = drafts.filter((draft) => draft.kind === "consent" && draft.purpose === "marketing");
    expect(consents.length).toBeGreaterThan(0);
  });
});
