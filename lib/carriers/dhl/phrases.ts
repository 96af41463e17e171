import { type Fine, TO_BE_PAID, WRONG_ADDRESS } from "./fine-codes.ts";

type Says = Fine["says"];

/**
 * What DHL's divisions write where others write a code: eCommerce the names of its codes, parcel-de sentences, Express nothing
 * but sentences. In small letters; the first that fits counts. Source: recorded replies, and the names in DHL's list of 2024.
 */
const PHRASES: readonly (readonly [words: RegExp, says: Says, more?: Omit<Fine, "says">])[] = [
  [/customs clearance status updated/, "informs"],
  [/\breturns? (?:was |is )?delivered\b|\b(?:was|been) returned to (?:the )?(?:sender|shipper)\b/, "returned"],
  [/\breturn(?:ed|ing)? to (?:the )?(?:sender|shipper)\b|\bzurück (?:an|zum) (?:den )?absender\b/, "returning"],
  [
    /\bout for (?:\w+ )?delivery\b|\bout with (?:the )?courier\b|\bwith (?:delivery|delivering) courier\b/,
    "out_for_delivery",
  ],
  [/\bonto the delivery vehicle\b|\binto delivery vehicle\b|\bin das zustellfahrzeug\b/, "out_for_delivery"],
  [/\b(?:available|ready|waiting) for (?:pick-? ?up|collection)\b|\bawaiting collection\b/, "available_for_pickup"],
  [/\b(?:arrived|arrival) at (?:the )?pick-? ?up[ -]point\b|\bzur abholung bereit\b/, "available_for_pickup"],
  [
    /\bno authorized recipient\b|\bno response at\b|\brecipient (?:was )?not (?:home|met)\b/,
    "attempt_failed",
    { reason: "not_home" },
  ],
  [/\bnotice left \(business closed\b|\bpremises (?:were )?closed\b/, "attempt_failed", { reason: "closed" }],
  [/\bnotice left \((?:receptacle|no secure)\b/, "attempt_failed", { reason: "no_access" }],
  [/\bnotice left\b|\battempted delivery\b|\bdelivery attempt/, "attempt_failed"],
  [/\bcould not be delivered\b|\bkonnte nicht zugestellt\b/, "attempt_failed"],
  [/\brefused\b|\bnot accepted\b|\bannahme verweigert\b/, "exception", { reason: "refused" }],
  [/\b(?:incorrect|bad) address\b|\bas addressed\b|\baddress information\b/, "exception", WRONG_ADDRESS],
  [/\b(?:payment|duties)\b.*\b(?:due|required)\b|\bfor payment\b/, "exception", TO_BE_PAID],
  [/\bon hold\b/, "exception", { reason: "held" }],
  [/\bcustoms\b|\bclearance\b|\bzoll/, "customs"],
  [/\bpicked up from (?:the )?(?:pick-? ?up|retail|service|packstation)/, "delivered"],
  [/^(?:shipment |parcel )?(?:picked up|accepted)(?: from (?:the )?(?:sender|shipper))?$/, "picked_up"],
  [/\bposted by the sender\b|\bvom absender in der filiale\b/, "picked_up"],
  [/^delivered\b/, "delivered"],
  [/\binformation received\b|\bnotification received\b|\belectronically\b|\belektronisch\b/, "info_received"],
  [
    /^(?:arriv|depart|process|forwarded|in transit|scheduled for delivery|shipment (?:is in transit|has departed))/,
    "coarse",
  ],
];

/** What words say that stand in a code's place; undefined for words that say nothing we know. Whoever uses it marks it. */
export function fineOfWords(text: string): Fine | undefined {
  const words = text.toLowerCase().trim();
  const phrase = PHRASES.find(([known]) => known.test(words));
  return phrase === undefined ? undefined : { says: phrase[1], ...phrase[2] };
}

/** What eCommerce's last carrier adds to a delivery is where it left the parcel: "IN/AT MAILBOX". Null for other words. */
export function leftAtOfWords(text: string | null): string | null {
  return PLACES.test(text ?? "") ? text : null;
}

const PLACES =
  /^(?:in\/at |(?:front|back|side|rear) (?:door|desk)|porch|garage|parcel locker|po box|left with|neighbou?r|reception)/i;
