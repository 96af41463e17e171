import { alishanTeaBuyers as who } from "./alishan-tea-buyers.ts";
import { recipient } from "./buyer.ts";
import type { OrderStory } from "./order-story.ts";

const earlier: readonly OrderStory[] = [
  {
    number: "AT-5511",
    buyer: who.yating,
    placed: [-20, "21:05"],
    lines: [
      ["AT-GAIWAN", 1],
      ["AT-OOLONG-GH", 1],
    ],
    method: "宅配到府",
    shipping: 0,
    promise: [-18, -17],
    parcels: [{ carrier: "dhl", shipped: [-19, "15:30"] }],
  },
  {
    number: "AT-5518",
    buyer: who.zhiming,
    placed: [-14, "12:40"],
    lines: [
      ["AT-OOLONG-DF", 1],
      ["AT-BLACK-MX", 2],
      ["AT-GREEN-ML", 1],
    ],
    method: "宅配到府",
    shipping: 0,
    promise: [-12, -11],
    parcels: [{ carrier: "ups", shipped: [-13, "16:45"] }],
  },
  {
    number: "AT-5524",
    buyer: who.jingyi,
    placed: [-7, "09:18"],
    lines: [["AT-GIFT-MIST", 6]],
    method: "宅配到府",
    shipping: 0,
    discount: 720,
    promise: [-2, -1],
    note: "公司年節贈禮，請開立三聯式發票。",
    parcels: [{ carrier: "fedex", shipped: [-5, "17:10"] }],
  },
  {
    number: "AT-5527",
    buyer: who.sofia,
    placed: [-6, "10:11"],
    lines: [
      ["AT-OOLONG-DF", 2],
      ["AT-GAIWAN", 1],
    ],
    method: "國際快遞",
    shipping: 820,
    promise: [-1, 1],
    parcels: [{ carrier: "ups", shipped: [-5, "17:00"] }],
  },
  {
    number: "AT-5531",
    buyer: who.jianhong,
    placed: [-6, "22:22"],
    lines: [
      ["AT-POT-CLAY", 1],
      ["AT-PITCHER", 1],
      ["AT-CUP-PAIR", 2],
    ],
    method: "宅配到府",
    shipping: 0,
    promise: [0, 2],
    note: "茶壺另外加厚包裝。",
    parcels: [
      { carrier: "ups", shipped: [-3, "14:20"], skus: ["AT-PITCHER", "AT-CUP-PAIR"] },
      { carrier: "dhl", shipped: [-1, "11:30"], skus: ["AT-POT-CLAY"] },
    ],
  },
];

const recent: readonly OrderStory[] = [
  {
    number: "AT-5537",
    buyer: who.sakura,
    placed: [-5, "19:37"],
    lines: [
      ["AT-OOLONG-GS", 1],
      ["AT-SCOOP", 1],
    ],
    method: "國際快遞",
    shipping: 650,
    promise: [0, 2],
    parcels: [{ carrier: "dhl", shipped: [-3, "18:00"] }],
  },
  {
    number: "AT-5540",
    buyer: who.shufen,
    placed: [-4, "20:08"],
    lines: [["AT-GIFT-MIST", 1]],
    method: "宅配到府",
    shipping: 120,
    promise: [0, 1],
    recipient: recipient("黃陳秀琴", ["中正路 156 號", "苗栗市", "360", "TW"], { region: "苗栗縣" }),
    note: "這是送給媽媽的禮物，請勿附上明細。卡片：「媽，生日快樂。」",
    parcels: [{ carrier: "ups", shipped: [-2, "13:15"] }],
  },
  {
    number: "AT-5544",
    buyer: who.junjie,
    placed: [-4, "22:30"],
    cancelled: [-3, "08:02"],
    lines: [["AT-OOLONG-JX", 2]],
    method: "宅配到府",
    shipping: 120,
    promise: [-2, -1],
  },
  {
    number: "AT-5549",
    buyer: who.jiahao,
    placed: [-3, "11:14"],
    lines: [
      ["AT-OOLONG-JX", 1],
      ["AT-OOLONG-GH", 1],
      ["AT-SCOOP", 1],
    ],
    method: "宅配到府",
    shipping: 0,
    promise: [0, 1],
    parcels: [{ carrier: "fedex", shipped: [-1, "16:05"] }],
  },
  {
    number: "AT-5551",
    buyer: who.meiling,
    placed: [-3, "14:05"],
    lines: [
      ["AT-OOLONG-JX", 2],
      ["AT-GREEN-ML", 1],
    ],
    method: "黑貓宅急便",
    shipping: 0,
    promise: [0, 1],
    parcels: [{ carrier: "t-cat", shipped: [-1, "10:20"] }],
  },
  {
    number: "AT-5553",
    buyer: who.hongKongGuest,
    placed: [-3, "15:50"],
    lines: [["AT-BLACK-MX", 1]],
    method: "國際快遞",
    shipping: 480,
    promise: [1, 3],
    parcels: [{ carrier: "fedex", shipped: [-1, "18:30"] }],
  },
  {
    number: "AT-5557",
    buyer: who.peiyu,
    placed: [-2, "10:26"],
    lines: [
      ["AT-GIFT-MIST", 12],
      ["AT-OOLONG-DF", 1],
    ],
    method: "宅配到府",
    shipping: 0,
    promise: [1, 2],
    note: (when) =>
      `訂婚回禮，請務必於 ${when.today.add({ days: 4 }).toLocaleString("zh-Hant-TW", { month: "long", day: "numeric", weekday: "short" })}前送達。`,
  },
  {
    number: "AT-5562",
    buyer: who.jiarong,
    placed: [-1, "20:40"],
    lines: [["AT-GREEN-ML", 1]],
    method: "宅配到府",
    shipping: 120,
    promise: [1, 2],
  },
];

/** The tea house's orders, without the personas'. */
export const alishanTeaOrders: readonly OrderStory[] = [...earlier, ...recent];
