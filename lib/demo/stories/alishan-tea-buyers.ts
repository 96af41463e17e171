import { buyer } from "./buyer.ts";

/** Who buys there. */
export const alishanTeaBuyers = {
  yating: buyer("林雅婷", "yating.lin@example.com", ["永康街 31 巷 8 號 2 樓", "臺北市", "106", "TW"], {
    region: "大安區",
    acceptsMarketing: true,
  }),
  zhiming: buyer("陳志明", "zhiming.chen@example.com", ["公益路 155 號", "臺中市", "403", "TW"], { region: "西區" }),
  jingyi: buyer(
    "歐陽靜宜（轉交：山海國際文化事業股份有限公司行政管理部）",
    "jingyi.ouyang@example.com",
    ["中正路二段 418 號 12 樓之 3", "新北市", "235", "TW"],
    { region: "中和區" },
  ),
  jianhong: buyer("王建宏", "jianhong.wang@example.com", ["鹽埕街 24 號", "高雄市", "803", "TW"], { region: "鹽埕區" }),
  sakura: buyer("田中 さくら", "sakura.tanaka@example.com", ["中京区寺町通二条上る 58", "京都市", "604-0932", "JP"], {
    region: "京都府",
  }),
  sofia: buyer("Sofia Lindqvist", "sofia.lindqvist@example.com", ["Haga Nygata 12", "Göteborg", "413 04", "SE"]),
  shufen: buyer("黃淑芬", "shufen.huang@example.com", ["光復路一段 89 號", "新竹市", "300", "TW"], { region: "東區" }),
  junjie: buyer("吳俊傑", "junjie.wu@example.com", ["中山路 202 號", "嘉義市", "600", "TW"], { region: "西區" }),
  jiahao: buyer("張家豪", "jiahao.zhang@example.com", ["神農街 71 號", "臺南市", "700", "TW"], { region: "中西區" }),
  meiling: buyer("蔡美玲", "meiling.tsai@example.com", ["林森路 88 號", "屏東市", "900", "TW"], { region: "屏東縣" }),
  hongKongGuest: buyer("Wong Ka Yan", null, ["太子道西 193 號 15 樓 C 室", "九龍", null, "HK"], { region: "香港" }),
  peiyu: buyer("許佩瑜", "peiyu.hsu@example.com", ["中山路 77 號", "宜蘭市", "260", "TW"], { region: "宜蘭縣" }),
  jiarong: buyer("李佳蓉", "jiarong.li@example.com", ["民生東路五段 36 巷 4 號", "臺北市", "105", "TW"], {
    region: "松山區",
  }),
};
