import type { NumberRule } from "./number-rule.ts";

/** Forms that the public data lacks. */
export const OWN_RULES: readonly NumberRule[] = [
  // UPS freight and notice numbers have more letters than the public data knows.
  {
    carrier: "ups",
    form: "UPS Waybill",
    pattern: /^[FMQW](?<serial>\d{9})(?<digit>\d)$/,
    check: { kind: "mod10", weights: [1, 2], from: "left" },
  },
  // Any barcode of the post with a right digit: the public data takes only those whose mailer id is where it belongs.
  {
    carrier: "usps",
    form: "USPS IMpb",
    pattern: /^(?:420\d{5}(?:\d{4})?)?(?<serial>9[1-5](?:\d{19}|\d{23}|\d{27}))(?<digit>\d)$/,
    check: { kind: "mod10", weights: [3, 1], from: "left" },
  },
  // Handed to USPS or delivered by FedEx itself, so both may know it; the printed number may lack the 92.
  {
    carrier: "fedex",
    form: "FedEx Ground Economy",
    pattern: /^(?<serial>(?:92)?612\d{16})(?<digit>\d)$/,
    check: { kind: "mod10", weights: [3, 1], from: "left" },
    lead: { unless: /^92/, digits: "92" },
  },
  // GS1 SSCC with the prefix of the German post.
  {
    carrier: "dhl",
    form: "DHL Paket (20)",
    pattern: /^(?<serial>00340\d{14})(?<digit>\d)$/,
    check: { kind: "mod10", weights: [3, 1], from: "left" },
  },
  { carrier: "dhl", form: "DHL Paket (12)", pattern: /^\d{12}$/, check: null },
  { carrier: "dhl", form: "DHL piece", pattern: /^J(?:JD|VGL)\d{11,20}$/, check: null },
  {
    carrier: "chunghwa-post",
    form: "S10",
    pattern: /^[A-Z]{2}(?<serial>\d{8})(?<digit>\d)TW$/,
    check: { kind: "s10" },
  },
];
