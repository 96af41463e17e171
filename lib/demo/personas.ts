import type { Temporal } from "temporal-polyfill";
import type { Draft } from "#lib/orders/drafts.ts";
import { type DemoSlug, demoMerchants } from "./merchants.ts";
import { demoProducts } from "./products/demo-products.ts";
import { type Buyer, buyer } from "./stories/buyer.ts";
import { factsOf } from "./stories/facts.ts";
import { type OrderStory, orderDraft, shipmentDrafts } from "./stories/order-story.ts";
import { type When, whenFrom } from "./stories/when.ts";

export type PersonaName = "naomi" | "chrissy" | "marshall";

/** A shopper in whose place rules are tried. */
export type Persona = {
  readonly slug: DemoSlug;
  readonly email: string;
  readonly buyer: Buyer;
  readonly orders: readonly OrderStory[];
  readonly others: (when: When) => readonly Draft[];
};

const naomiEmail = "naomi.adler@example.com";
const naomiBuyer = buyer("Naomi Adler", naomiEmail, ["Bergmannstraße 27", "Berlin", "10961", "DE"], {
  phone: "+49 30 23125 027",
  acceptsMarketing: true,
});

/** New; left a bad review. A person should get in touch, and nothing should be sold to her. */
const naomi: Persona = {
  slug: "voltgarten",
  email: naomiEmail,
  buyer: naomiBuyer,
  orders: [
    {
      number: "VG-88106",
      buyer: naomiBuyer,
      placed: [-18, "18:20"],
      lines: [["VG-HP-200", 1]],
      method: "DHL",
      shipping: 0,
      promise: [-16, -15],
      parcels: [{ carrier: "dhl", shipped: [-17, "13:40"] }],
    },
    {
      number: "VG-88129",
      buyer: naomiBuyer,
      placed: [-2, "09:02"],
      lines: [
        ["VG-CAB-2M", 1],
        ["VG-CHG-65", 1],
      ],
      method: "DHL",
      shipping: 4.9,
      promise: [0, 1],
      parcels: [{ carrier: "dhl", shipped: [-2, "15:10"] }],
    },
  ],
  others: (when) => {
    const her = factsOf(naomiEmail, when);
    return [
      her.review("VG-HP-200", 2, [-4, "19:33"], {
        title: "Left side crackles",
        body: "Fine for an hour, then the left side starts to crackle. I wrote to you and have heard nothing.",
      }),
      her.loyalty(null, [20, 348]),
      her.consent(["email", "marketing", true], "account", [-17, "09:12"]),
      her.consent(["email", "status", true], "account", [-17, "09:12"]),
    ];
  },
};

const chrissyEmail = "chrissy.fontaine@example.com";
const chrissyBuyer = buyer(
  "Chrissy Fontaine",
  chrissyEmail,
  ["26 rue du Faubourg-Poissonnière", "Paris", "75010", "FR"],
  {
    phone: "+33 1 99 00 10 26",
    acceptsMarketing: true,
  },
);

/** Gold; 500 points expire in twelve days; her bag should have come by now. */
const chrissy: Persona = {
  slug: "maison-alder",
  email: chrissyEmail,
  buyer: chrissyBuyer,
  orders: [
    {
      number: "#0984",
      buyer: chrissyBuyer,
      placed: [-71, "10:45"],
      lines: [["MA-COAT-WRAP", 1]],
      method: "Standard",
      shipping: 0,
      promise: [-68, -67],
      parcels: [{ carrier: "dhl", shipped: [-70, "16:00"] }],
    },
    {
      number: "#1016",
      buyer: chrissyBuyer,
      placed: [-24, "20:10"],
      lines: [
        ["MA-GLOVE-LAMB", 1],
        ["MA-SCARF-CASH", 1],
      ],
      method: "Standard",
      shipping: 0,
      promise: [-21, -20],
      parcels: [{ carrier: "ups", shipped: [-23, "15:20"] }],
    },
    {
      number: "#1029",
      buyer: chrissyBuyer,
      placed: [-7, "08:52"],
      lines: [["MA-BAG-TOP", 1]],
      method: "Express",
      shipping: 0,
      promise: [-3, -2],
      parcels: [{ carrier: "fedex", shipped: [-6, "17:45"] }],
    },
  ],
  others: (when) => {
    const her = factsOf(chrissyEmail, when);
    return [
      her.review("MA-COAT-WRAP", 5, [-58, "11:24"], {
        title: "The coat I was looking for",
        body: "Heavy in the good way. I get asked about it every week.",
      }),
      her.review("MA-GLOVE-LAMB", 4, [-14, "18:40"], {
        title: null,
        body: "Lovely leather, a touch short at the wrist.",
      }),
      her.subscription("MA-CARE-WASH", [6, "month"], { status: "cancelled", started: -71, next: null }),
      her.loyalty("gold", [500, 12]),
      her.consent(["email", "marketing", true], "account", [-70, "08:30"]),
      her.consent(["sms", "status", true], "tracking page", [-6, "18:05"]),
    ];
  },
};

const marshallEmail = "marshall.bennett@example.com";
const marshallBuyer = buyer("Marshall Bennett", marshallEmail, ["2734 SE Clinton Street", "Portland", "97202", "US"], {
  region: "OR",
  phone: "+1 503 555 0119",
  acceptsMarketing: true,
});

function monthly(number: string, placed: number, carrier: "fedex" | "dhl"): OrderStory {
  return {
    number,
    buyer: marshallBuyer,
    placed: [placed, "08:00"],
    lines: [["AT-OOLONG-GS", 1]],
    method: "訂閱・國際快遞",
    shipping: 0,
    promise: [placed + 6, placed + 8],
    parcels: [{ carrier, shipped: [placed + 2, "17:00"] }],
  };
}

/** Receives one tea every month, likes it, and keeps getting promotions for that very tea. */
const marshall: Persona = {
  slug: "alishan-tea",
  email: marshallEmail,
  buyer: marshallBuyer,
  orders: [monthly("AT-5430", -65, "fedex"), monthly("AT-5481", -35, "fedex"), monthly("AT-5536", -5, "dhl")],
  others: (when) => {
    const his = factsOf(marshallEmail, when);
    return [
      his.review("AT-OOLONG-GS", 5, [-50, "07:15"], {
        title: "My morning tea",
        body: "Clear and sweet, even at the fifth pour.",
      }),
      his.subscription("AT-OOLONG-GS", [1, "month"], { status: "active", started: -65, next: 25 }),
      his.loyalty("茶友", [180, 330]),
      his.consent(["email", "marketing", true], "account", [-64, "09:05"]),
      his.consent(["push", "marketing", true], "account", [-40, "09:30"]),
      his.consent(["email", "status", true], "account", [-64, "09:05"]),
    ];
  },
};

/** The three shoppers of the rules; each buys in one demo shop. */
export const personas: Readonly<Record<PersonaName, Persona>> = { naomi, chrissy, marshall };

/** All that a shop knows of one persona around `today`: orders and parcels first, then what refers to them. */
export function personaDrafts(name: PersonaName, today: Temporal.PlainDate): readonly Draft[] {
  const persona = personas[name];
  const merchant = demoMerchants[persona.slug];
  const shop = { merchant, products: demoProducts(persona.slug), when: whenFrom(today, merchant.zone) };
  return [
    ...persona.orders.map((story) => orderDraft(shop, story)),
    ...persona.orders.flatMap((story) => shipmentDrafts(shop.when, story)),
    ...persona.others(shop.when),
  ];
}
