import { recipient } from "./buyer.ts";
import { maisonAlderBuyers as who } from "./maison-alder-buyers.ts";
import type { OrderStory } from "./order-story.ts";

const earlier: readonly OrderStory[] = [
  {
    number: "#1018",
    buyer: who.margaux,
    placed: [-21, "19:42"],
    lines: [["MA-BOOT-CHELSEA", 1]],
    method: "Standard",
    shipping: 0,
    promise: [-18, -17],
    parcels: [{ carrier: "dhl", shipped: [-20, "16:10"] }],
  },
  {
    number: "#1024",
    buyer: who.anneSophie,
    placed: [-13, "08:05"],
    lines: [
      ["MA-COAT-WRAP", 1],
      ["MA-CARE-WASH", 2],
    ],
    method: "Standard",
    shipping: 0,
    promise: [-10, -9],
    parcels: [{ carrier: "fedex", shipped: [-12, "17:30"] }],
  },
  {
    number: "#1031",
    buyer: who.etienne,
    placed: [-6, "12:26"],
    lines: [
      ["MA-COAT-WRAP", 1],
      ["MA-KNIT-ROLL", 1],
      ["MA-BELT-OAK", 1],
    ],
    method: "Standard",
    shipping: 0,
    promise: [0, 2],
    parcels: [
      { carrier: "dhl", shipped: [-4, "15:40"], skus: ["MA-COAT-WRAP"] },
      { carrier: "ups", shipped: [-2, "11:05"], skus: ["MA-KNIT-ROLL", "MA-BELT-OAK"] },
    ],
  },
  {
    number: "#1033",
    buyer: who.eleanor,
    placed: [-6, "22:51"],
    lines: [
      ["MA-DRESS-SLIP", 1],
      ["MA-SCARF-CASH", 1],
    ],
    method: "International Express",
    shipping: 28,
    promise: [1, 3],
    parcels: [{ carrier: "fedex", shipped: [-4, "18:20"] }],
  },
];

const recent: readonly OrderStory[] = [
  {
    number: "#1036",
    buyer: who.camille,
    placed: [-5, "10:14"],
    lines: [
      ["MA-SCARF-CASH", 1],
      ["MA-GLOVE-LAMB", 1],
    ],
    method: "Standard",
    shipping: 0,
    promise: [0, 1],
    recipient: recipient("Odette Rousseau", ["9 rue de la Monnaie", "Lille", "59000", "FR"]),
    note: "Gift: please no invoice in the parcel. Card: “For the long walks, Mamie. Camille”",
    parcels: [{ carrier: "ups", shipped: [-2, "14:45"] }],
  },
  {
    number: "#1037",
    buyer: who.ines,
    placed: [-4, "21:33"],
    lines: [
      ["MA-DRESS-SLIP", 1],
      ["MA-BAG-TOP", 1],
    ],
    method: "Express",
    shipping: 12,
    promise: [1, 2],
    note: (when) =>
      `Needed by ${when.today.add({ days: 3 }).toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long" })}: it is for my sister’s wedding.`,
  },
  {
    number: "#1038",
    buyer: who.giulia,
    placed: [-4, "22:02"],
    cancelled: [-3, "08:47"],
    lines: [["MA-HAT-FELT", 1]],
    method: "Standard",
    shipping: 9,
    promise: [0, 2],
    note: "Cancelled by the shopper: ordered the wrong size.",
  },
  {
    number: "#1040",
    buyer: who.atelier,
    placed: [-3, "11:20"],
    lines: [
      ["MA-COAT-WRAP", 2],
      ["MA-KNIT-ROLL", 3],
      ["MA-SHIRT-LINEN", 3],
      ["MA-TROUSER-PLEAT", 2],
      ["MA-SCARF-CASH", 2],
      ["MA-HAT-FELT", 1],
      ["MA-GLOVE-LAMB", 2],
      ["MA-BELT-OAK", 4],
      ["MA-CARE-WASH", 1],
    ],
    method: "Standard",
    shipping: 0,
    discount: 120,
    promise: [1, 3],
    parcels: [{ carrier: "ups", shipped: [-1, "17:55"] }],
  },
  {
    number: "#1041",
    buyer: who.guest,
    placed: [-2, "10:08"],
    lines: [["MA-CARE-WASH", 1]],
    method: "Standard",
    shipping: 5,
    promise: [1, 3],
    parcels: [{ carrier: "dhl", shipped: [-1, "12:30"] }],
  },
  {
    number: "#1043",
    buyer: who.oliver,
    placed: [-2, "13:37"],
    lines: [
      ["MA-SHIRT-LINEN", 2],
      ["MA-TROUSER-PLEAT", 1],
    ],
    method: "International Standard",
    shipping: 15,
    promise: [3, 6],
  },
  {
    number: "#1046",
    buyer: who.thomas,
    placed: [-1, "18:12"],
    lines: [["MA-BELT-OAK", 1]],
    method: "Standard",
    shipping: 5,
    promise: [2, 3],
  },
];

/** Maison Alder's orders, without the personas'. */
export const maisonAlderOrders: readonly OrderStory[] = [...earlier, ...recent];
