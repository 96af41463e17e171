import { foldedName, twoLetterName } from "./folded-name.ts";

/**
 * Names that carriers and shoppers write and GeoNames, which has one name a town, does not: what a town is called elsewhere,
 * short for a long name, in its own script, or after an airport. `written, written = the name in GeoNames`, or `= lon lat`
 * for what GeoNames has not. Only where one place is meant; what is missing here stays off the map.
 */
export const KNOWN: Readonly<Record<string, string>> = {
  AE: "دبي = Dubai; أبوظبي, أبو ظبي = Abu Dhabi; الشارقة = Sharjah",
  AT: "Wien = Vienna; Wals-Siezenheim = Wals",
  BE: "Bruxelles, Brussel = Brussels; Antwerp, Anvers = Antwerpen; Ghent, Gand = Gent; Luik = Liège; Bruges = Brugge",
  BH: "المنامة = Manama",
  CH: "Geneva, Genf = Genève; Lucerne = Luzern; Berne = Bern",
  CN:
    "北京 = Beijing; 上海 = Shanghai; 广州, 廣州 = Guangzhou; 深圳 = Shenzhen; 东莞, 東莞 = Dongguan; 杭州 = Hangzhou; " +
    "宁波, 寧波 = Ningbo; 义乌, 義烏 = Yiwu; 厦门, 廈門 = Xiamen; 成都 = Chengdu; 重庆, 重慶 = Chongqing; 天津 = Tianjin; " +
    "武汉, 武漢 = Wuhan; 南京 = Nanjing; 郑州, 鄭州 = Zhengzhou; 青岛, 青島 = Qingdao; 佛山 = Foshan; 昆明 = Kunming; " +
    "合肥 = Hefei; 济南, 濟南 = Jinan; 西安 = Xi'an; 长沙, 長沙 = Changsha; 苏州, 蘇州 = Suzhou; 无锡, 無錫 = Wuxi; " +
    "沈阳, 瀋陽 = Shenyang; 大连, 大連 = Dalian; 温州, 溫州 = Wenzhou; 珠海 = Zhuhai; 中山 = Zhongshan; 泉州 = Quanzhou",
  CZ: "Praha, Prag = Prague; Plzeň = Pilsen",
  DE:
    "Cologne = Köln; München = Munich; Nuremberg = Nürnberg; Hanover = Hannover; Brunswick = Braunschweig; " +
    "Frankfurt, Frankfurt/Main, Frankfurt a.M. = Frankfurt am Main; Freiburg im Breisgau = Freiburg",
  DK: "København, Koebenhavn = Copenhagen; Aarhus = Århus; Kastrup = 12.64 55.63",
  EG: "القاهرة = Cairo; الإسكندرية = Alexandria",
  ES:
    "Seville = Sevilla; Barajas = Barajas de Madrid; Las Palmas = Las Palmas de Gran Canaria; " +
    "Palma de Mallorca = Palma; La Coruña = A Coruña",
  FR: "Roissy, Roissy Charles de Gaulle, Roissy Charles de Gaulle Cedex = Roissy-en-France",
  GB: "East Midlands, East Midlands Airport = -1.328 52.831; Newcastle = Newcastle upon Tyne; Stansted = 0.235 51.885",
  HK: "香港 = Hong Kong; 九龍, 九龙 = Kowloon; Chek Lap Kok, Lantau Island = 113.92 22.31; Tsing Yi, 青衣 = 114.1 22.35",
  IN: "Bangalore = Bengaluru; Bombay = Mumbai; Gurugram = Gurgaon",
  IT:
    "Roma = Rome; Milano = Milan; Torino = Turin; Firenze = Florence; Venezia = Venice; Napoli = Naples; " +
    "Genova = Genoa; Padua = Padova",
  JP: "東京 = Tokyo; 大阪 = Osaka; 京都 = Kyoto; 名古屋 = Nagoya; 福岡 = Fukuoka; 札幌 = Sapporo; 成田 = Narita",
  KW: "الكويت, مدينة الكويت = Kuwait City",
  MO: "澳門, 澳门, Macao = Macau",
  MX: "Ciudad de México, CDMX = Mexico City",
  NL: "Den Haag, 's-Gravenhage = The Hague; Schiphol = 4.76 52.31",
  NO: "Gardermoen = 11.1 60.2",
  PL: "Warszawa, Warschau = Warsaw; Cracow = Kraków",
  PT: "Lisboa, Lissabon = Lisbon",
  QA: "الدوحة = Doha",
  RO: "București = Bucharest",
  SA: "الرياض = Riyadh; جدة = Jeddah; الدمام = Dammam; مكة, مكة المكرمة = Mecca; المدينة المنورة = Medina",
  SE: "Gothenburg = Göteborg",
  TH:
    "กรุงเทพ, กรุงเทพฯ, กรุงเทพมหานคร, Krung Thep = Bangkok; เชียงใหม่ = Chiang Mai; ภูเก็ต = Phuket; " +
    "สมุทรปราการ = Samut Prakan; Lat Krabang, ลาดกระบัง = 100.75 13.73; Nonthaburi, นนทบุรี = 100.51 13.86",
  TW:
    "台北 = Taipei; New Taipei, New Taipei City, 新北, 板橋 = Banqiao; 桃園 = Taoyuan; 中壢, Zhongli = 121.225 24.965; " +
    "新竹 = Hsinchu; 竹北 = Zhubei; 苗栗 = Miaoli; Toufen, 頭份 = 120.91 24.69; 台中 = Taichung; 豐原 = Fengyuan; " +
    "彰化, Changhua = Chang-hua; 員林 = Yuanlin; 南投 = Nantou; 斗六 = Douliu; Chiayi, 嘉義 = Jiayi Shi; 台南 = Tainan; " +
    "高雄 = Kaohsiung; 鳳山 = Fengshan; 屏東 = Pingtung; 宜蘭 = Yilan; Hualien, 花蓮 = Hualien City; 台東 = Taitung; " +
    "基隆 = Keelung; Penghu, 澎湖, 馬公 = Magong; Kinmen, 金門 = Jincheng",
  UA: "Kiev = Kyiv",
  US: "New York, New York NY = New York City; Washington DC = Washington, D.C.",
  VN: "Ho Chi Minh = Ho Chi Minh City; Ha Noi = Hanoi",
};

type Meant = string | { readonly lon: number; readonly lat: number };

const MEANT = new Map<string, ReadonlyMap<string, Meant>>();

/**
 * What is meant by a folded name: the folded name that GeoNames has, or where it is in degrees; null where the table has
 * nothing to say. `admin` decides where a state's name is part of it.
 */
export function knownName(name: string, admin: string | null, country: string): Meant | null {
  const meant = MEANT.get(country) ?? meantIn(KNOWN[country] ?? "");
  MEANT.set(country, meant);
  return meant.get(name) ?? (admin === null ? null : (meant.get(`${name} ${admin.toLowerCase()}`) ?? null));
}

function meantIn(list: string): ReadonlyMap<string, Meant> {
  return new Map(
    list.split(";").flatMap((entry) => {
      const [written = "", name = ""] = entry.split("=");
      const meant = meantBy(name.trim());
      return written.split(",").flatMap((one) => {
        const spellings = [foldedName(one), twoLetterName(one) ?? ""];
        return spellings.filter((spelling) => spelling !== "").map((spelling): [string, Meant] => [spelling, meant]);
      });
    }),
  );
}

function meantBy(name: string): Meant {
  if (!/^[-\d. ]+$/.test(name)) return foldedName(name);
  const [lon = 0, lat = 0] = name.split(" ").map(Number);
  return { lon, lat };
}
