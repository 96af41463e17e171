/** What shops put on an invoice beside their goods. A gift card is goods. */
const FEES =
  /\b(?:postage|carriage|shipping|delivery (?:fee|charge)|bank charges?|surcharge|handling fee|adjust(?:ment)?s?|manual)\b|^(?:versand(?:kosten)?|porto|運費|运费)/iu;

/** Whether a line's title names a fee or a correction of the books, which nobody is offered. */
export function isFee(title: string): boolean {
  return FEES.test(title);
}
