import { recipient } from "./buyer.ts";
import type { OrderStory } from "./order-story.ts";
import { voltgartenBuyers as who } from "./voltgarten-buyers.ts";

const earlier: readonly OrderStory[] = [
  {
    number: "VG-88104",
    buyer: who.juergen,
    placed: [-19, "17:48"],
    lines: [
      ["VG-TT-33", 1],
      ["VG-SPK-6", 2],
    ],
    method: "DHL",
    shipping: 0,
    promise: [-17, -16],
    parcels: [{ carrier: "dhl", shipped: [-18, "14:00"] }],
  },
  {
    number: "VG-88109",
    buyer: who.aylin,
    placed: [-17, "20:31"],
    lines: [["VG-CAM-35", 1]],
    method: "UPS Express",
    shipping: 9.9,
    promise: [-15, -15],
    parcels: [{ carrier: "ups", shipped: [-16, "18:12"] }],
  },
  {
    number: "VG-88117",
    buyer: who.krzysztof,
    placed: [-8, "13:09"],
    lines: [["VG-KB-75", 1]],
    method: "UPS Standard",
    shipping: 12.9,
    promise: [-3, -2],
    parcels: [{ carrier: "ups", shipped: [-7, "16:40"] }],
  },
  {
    number: "VG-88120",
    buyer: who.lena,
    placed: [-5, "09:55"],
    lines: [
      ["VG-RTR-6", 1],
      ["VG-LAMP-3", 2],
      ["VG-BAT-AA8", 3],
    ],
    method: "DHL",
    shipping: 0,
    promise: [0, 1],
    parcels: [
      { carrier: "dhl", shipped: [-3, "13:20"], skus: ["VG-LAMP-3", "VG-BAT-AA8"] },
      { carrier: "dhl", shipped: [-1, "15:05"], skus: ["VG-RTR-6"] },
    ],
  },
];

const recent: readonly OrderStory[] = [
  {
    number: "VG-88122",
    buyer: who.studio,
    placed: [-5, "10:40"],
    lines: [
      ["VG-MIC-1", 4],
      ["VG-HP-200", 4],
      ["VG-CAB-2M", 8],
    ],
    method: "UPS Standard",
    shipping: 0,
    discount: 85,
    promise: [0, 1],
    parcels: [{ carrier: "ups", shipped: [-3, "17:15"] }],
  },
  {
    number: "VG-88123",
    buyer: who.sven,
    placed: [-5, "14:58"],
    cancelled: [-5, "16:30"],
    lines: [
      ["VG-HP-200", 1],
      ["VG-CHG-65", 1],
    ],
    method: "DHL",
    shipping: 4.9,
    promise: [-2, -1],
  },
  {
    number: "VG-88125",
    buyer: who.mira,
    placed: [-4, "19:26"],
    lines: [["VG-LAMP-3", 1]],
    method: "DHL",
    shipping: 6.9,
    promise: [0, 2],
    recipient: recipient("Jakob Steiner", ["Linzer Gasse 41", "Salzburg", "5020", "AT"]),
    note: "Gift for my brother’s first flat. Please no prices in the box.",
    parcels: [{ carrier: "dhl", shipped: [-2, "12:50"] }],
  },
  {
    number: "VG-88126",
    buyer: who.phoneOrder,
    placed: [-3, "11:11"],
    lines: [["VG-BAT-AA8", 4]],
    method: "DHL",
    shipping: 4.9,
    promise: [0, 1],
    note: "Ordered by telephone.",
    parcels: [{ carrier: "dhl", shipped: [-2, "16:22"] }],
  },
  {
    number: "VG-88128",
    buyer: who.marcus,
    placed: [-3, "23:40"],
    lines: [
      ["VG-PB-20", 1],
      ["VG-CAB-2M", 2],
    ],
    method: "USPS Ground Advantage",
    shipping: 14.9,
    promise: [1, 4],
    note: "Sent from our partner’s store in Columbus, Ohio.",
    parcels: [{ carrier: "usps", shipped: [-2, "21:05"] }],
  },
  {
    number: "VG-88130",
    buyer: who.nadia,
    placed: [-2, "16:04"],
    lines: [
      ["VG-SLD-80", 1],
      ["VG-PB-20", 1],
    ],
    method: "UPS Express",
    shipping: 9.9,
    promise: [0, 1],
    note: (when) =>
      `Needed by ${when.today.add({ days: 2 }).toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long" })} for a school workshop.`,
  },
  {
    number: "VG-88133",
    buyer: who.paul,
    placed: [-1, "21:47"],
    lines: [["VG-BAT-AA8", 1]],
    method: "DHL",
    shipping: 4.9,
    promise: [1, 2],
  },
];

/** Voltgarten's orders, without the personas'. */
export const voltgartenOrders: readonly OrderStory[] = [...earlier, ...recent];
