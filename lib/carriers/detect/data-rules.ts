import type { NumberRule } from "./number-rule.ts";

/**
 * Made by `lib/cli/number-rules.ts`; do not edit, add to `own-rules.ts`. Source: tracking_number_data 2.0.0, Copyright (c)
 * 2017 Jeff Keen, MIT (see the LICENSE beside this file).
 */
export const DATA_RULES: readonly NumberRule[] = [
  { carrier: "amazon", form: "Amazon Logistics", pattern: /^TB[ACM](?<serial>\d{12})$/, check: null },
  { carrier: "amazon", form: "Amazon International", pattern: /^[AFC](?<serial>\d{10})$/, check: null },
  {
    carrier: "canada-post",
    form: "Canada Post (16)",
    pattern: /^(?<serial>\d{7}\d{8})(?<digit>\d)$/,
    check: { kind: "mod10", weights: [3, 1], from: "left" },
  },
  { carrier: "canpar", form: "Canpar (22)", pattern: /^(?<serial>[CDKLSUXZ]\d{21})$/, check: null },
  { carrier: "dhl", form: "DHL Express", pattern: /^(?<serial>\d{9,10})(?<digit>\d)$/, check: { kind: "mod7" } },
  { carrier: "dhl", form: "DHL Express (Piece ID)", pattern: /^J[A-Z]{2,3}(?<serial>\d{9,10})$/, check: null },
  {
    carrier: "dhl",
    form: "DHL E-Commerce",
    pattern: /^(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)(?<serial>(?=[0-9A-Z]{10,39})(?=[^0-9A-Z]*\d)[0-9A-Z]{10,39})$/,
    check: null,
  },
  { carrier: "dhl", form: "DHL E-Commerce (14)", pattern: /^(?<serial>\d{14})$/, check: null },
  {
    carrier: "dpd",
    form: "DPD (28)",
    pattern: /^(?<serial>\d{7}\d{14}\d{3}(?<country>\d{3}))(?<digit>[0-9A-Z])$/,
    check: { kind: "mod37" },
  },
  { carrier: "dpd", form: "DPD (14)", pattern: /^(?<serial>\d{14})(?<digit>[0-9A-Z])$/, check: { kind: "mod37" } },
  {
    carrier: "fedex",
    form: "FedEx Express (12)",
    pattern: /^(?<serial>\d{11})(?<digit>\d)$/,
    check: { kind: "mod11", weights: [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1] },
  },
  {
    carrier: "fedex",
    form: "FedEx Express (34)",
    pattern: /^[0-8]\d{14}\d{5}(?<serial>\d{13})(?<digit>\d)$/,
    check: { kind: "mod11", weights: [1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1] },
  },
  {
    carrier: "fedex",
    form: "FedEx ASTRA (32)",
    pattern: /^3\d{5}\d{3}\d{7}(?<serial>\d{11})(?<digit>\d)\d{4}$/,
    check: { kind: "mod11", weights: [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1] },
  },
  {
    carrier: "fedex",
    form: "FedEx Ground",
    pattern: /^(?<serial>\d{14})(?<digit>\d)$/,
    check: { kind: "mod10", weights: [1, 3], from: "left" },
  },
  {
    carrier: "fedex",
    form: "FedEx Ground (SSCC-18)",
    pattern: /^\d{2}(?<serial>\d{15})(?<digit>\d)$/,
    check: { kind: "mod10", weights: [3, 1], from: "left" },
  },
  {
    carrier: "fedex",
    form: "FedEx Ground 96 (22)",
    pattern: /^96\d{2}\d{3}(?<serial>\d{7}\d{7})(?<digit>\d)$/,
    check: { kind: "mod10", weights: [1, 3], from: "left" },
  },
  {
    carrier: "fedex",
    form: "FedEx Ground GSN",
    pattern: /^96\d{2}\d{5}\d{10}\d(?<serial>\d{13})(?<digit>\d)$/,
    check: { kind: "mod11", weights: [1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1] },
  },
  { carrier: "gofo", form: "GOFO Express (US)", pattern: /^GFUS(?<serial>\d{14})$/, check: null },
  { carrier: "landmark", form: "Landmark Global LTN", pattern: /^LTN(?<serial>\d{8})N1$/, check: null },
  { carrier: "lasership", form: "LaserShip LX", pattern: /^L[AIEHNX][1-3](?<serial>\d{7})$/, check: null },
  { carrier: "lasership", form: "LaserShip 1LS7 (15)", pattern: /^1LS7[12]\d{4}(?<serial>\d{6})$/, check: null },
  {
    carrier: "lasership",
    form: "LaserShip 1LS7 (18)",
    pattern: /^1LS7[12]\d{2}01[1234](?<serial>\d{6})1$/,
    check: null,
  },
  { carrier: "lasership", form: "LaserShip 1LSCX (15)", pattern: /^1LSCX(?<serial>[0-9A-Z]{10})$/, check: null },
  {
    carrier: "old-dominion",
    form: "Old Dominion",
    pattern: /^(?<serial>(?:77[78]|072|780)\d{7})(?<digit>\d)$/,
    check: { kind: "luhn" },
  },
  {
    carrier: "old-dominion",
    form: "Old Dominion Guaranteed Shipment",
    pattern: /^(?<serial>80\d{8})(?<digit>\d)$/,
    check: { kind: "luhn" },
  },
  {
    carrier: "ontrac",
    form: "OnTrac",
    pattern: /^C(?<serial>\d{13})(?<digit>\d)$/,
    check: { kind: "mod10", weights: [1, 2], from: "left" },
    lead: { unless: /^4/, digits: "4" },
  },
  {
    carrier: "ontrac",
    form: "OnTrac D",
    pattern: /^D(?<serial>\d{13})(?<digit>\d)$/,
    check: { kind: "mod10", weights: [1, 2], from: "left" },
    lead: { unless: /^5/, digits: "5" },
  },
  {
    carrier: "purolator",
    form: "Purolator (12)",
    pattern: /^(?<serial>[0-5]\d{10})(?<digit>\d)$/,
    check: { kind: "luhn" },
  },
  { carrier: "purolator", form: "Purolator (alpha + 9)", pattern: /^(?<serial>[A-Z]{3}\d{9})$/, check: null },
  {
    carrier: "s10",
    form: "S10",
    pattern: /^[A-Z]{2}(?<serial>\d{8})(?<digit>\d)(?<country>[A-Z]{2})$/,
    check: { kind: "s10" },
    countries:
      "AF AL DZ AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI KH CM CA CV CF TD CL CN HK CO KM CG CR HR CU CY CZ CI KP CD DK DJ DM DO EC EG SV GQ ER EE ET FJ FI FR GA GM GE DE GH GB GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MR MU MX MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG NO OM PK PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SZ SE CH SY TJ TZ TH MK TL TG TO TT TN TR TM TV UG UA AE US UY UZ VU VA VE VN YE ZM ZW",
  },
  { carrier: "speedee", form: "Spee-Dee (20)", pattern: /^SP(?<serial>\d{18})$/, check: null },
  {
    carrier: "ups",
    form: "UPS",
    pattern: /^1Z(?<serial>[A-Z0-9]{6}[A-Z0-9]{2}[A-Z0-9]{7})(?<digit>\d)$/,
    check: { kind: "mod10", weights: [1, 2], from: "left" },
  },
  {
    carrier: "ups",
    form: "UPS Waybill",
    pattern: /^[AHJKTV](?<serial>\d{9})(?<digit>\d)$/,
    check: { kind: "mod10", weights: [1, 2], from: "left" },
  },
  {
    carrier: "usps",
    form: "USPS 20",
    pattern: /^(?<serial>\d{2}\d{9}\d{8})(?<digit>\d)$/,
    check: { kind: "mod10", weights: [3, 1], from: "left" },
  },
  {
    carrier: "usps",
    form: "USPS IMpb N",
    pattern:
      /^(?:420(?:\d{5}(?=\d{22}(?!\d)|\d{26}(?!\d)))(?:\d{4}(?=\d{22}(?!\d)))?)?(?<serial>94\d{3}(?=9\d{8}(?:\d{15}|\d{11}|\d{7})\d(?!\d)|[0-8]\d{5}(?:\d{14}|\d{10})\d(?!\d))(?:9\d{8}|[0-8]\d{5})(?:\d{15}|\d{14}|\d{11}|\d{10}|\d{7}))(?<digit>\d)$/,
    check: { kind: "mod10", weights: [3, 1], from: "right" },
  },
  {
    carrier: "usps",
    form: "USPS Legacy",
    pattern: /^(?:420\d{5}(?:\d{4})?)?(?<serial>(?:91)?\d{2}\d{9}\d{8})(?<digit>\d)$/,
    check: { kind: "mod10", weights: [3, 1], from: "left" },
    lead: { unless: /^91/, digits: "91" },
  },
  {
    carrier: "usps",
    form: "USPS IMpb C",
    pattern:
      /^(?:420\d{5}(?:\d{4}(?=\d{22}(?!\d)))?)?(?<serial>(?:92(?=\d{3}9)|93(?=\d{3}[0-8])|95)\d{3}(?=9\d{8}(?:\d{11}|\d{7})\d(?!\d)|[0-8]\d{5}(?:\d{14}|\d{10})\d(?!\d))(?:9\d{8}|[0-8]\d{5})(?:\d{14}|\d{11}|\d{10}|\d{7}))(?<digit>\d)$/,
    check: { kind: "mod10", weights: [3, 1], from: "left" },
  },
  { carrier: "yodel", form: "Yodel", pattern: /^J(?:J)?D(?<serial>\d{16})$/, check: null },
  { carrier: "yunexpress", form: "YunExpress", pattern: /^YT(?<serial>\d{16})$/, check: null },
];
