import type { DeskFormat } from "#components/admin/desk-format.ts";
import type { DeskKey, DeskSay } from "#lib/desk/desk-voice.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import type {
  Draft,
  LoyaltyDraft,
  OrderDraft,
  ProductDraft,
  ReturnDraft,
  SubscriptionDraft,
} from "#lib/orders/drafts.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";

export type PreviewCell = { readonly title: string; readonly text: string };

type Cells = readonly (readonly [name: CellName, text: string])[];
type CellName = DeskKey extends infer Key ? (Key extends `imports.cell.${infer Name}` ? Name : never) : never;

/** What a preview shows of an entry; the first cell names it. People are shown by the beginning of their address only. */
export function previewCells(draft: Draft, say: DeskSay, format: DeskFormat): readonly PreviewCell[] {
  return cellsOf(draft, say, format).map(([name, text]) => ({ title: say(`imports.cell.${name}`), text }));
}

function cellsOf(draft: Draft, say: DeskSay, format: DeskFormat): Cells {
  const none = say("imports.cell.none");
  const yesNo = (value: boolean) => say(value ? "imports.cell.yes" : "imports.cell.no");
  switch (draft.kind) {
    case "order":
      return orderCells(draft, say, format);
    case "shipment":
      return [
        ["number", draft.trackingNumber],
        ["order", draft.orderNumber],
        ["shipped", draft.shippedAt === null ? none : format.moment(draft.shippedAt)],
        ["contents", draft.skus ?? say("imports.cell.everything")],
        ["carrier", carrierName(draft.carrier)],
      ];
    case "product":
      return productCells(draft, none, format);
    case "review":
      return [
        ["sku", draft.sku],
        ["title", draft.title ?? none],
        ["shopper", maskedEmail(draft.email)],
        ["when", format.moment(draft.reviewedAt)],
        ["rating", format.number(draft.rating)],
      ];
    case "subscription":
      return subscriptionCells(draft, say, format);
    case "loyalty":
      return loyaltyCells(draft, none, format);
    case "return":
      return returnCells(draft, none, format);
    case "consent":
      return [
        ["shopper", maskedEmail(draft.email)],
        ["channel", draft.channel],
        ["purpose", draft.purpose],
        ["when", format.moment(draft.recordedAt)],
        ["granted", yesNo(draft.granted)],
      ];
    default:
      return assertNever(draft);
  }
}

function orderCells(draft: OrderDraft, say: DeskSay, format: DeskFormat): Cells {
  const none = say("imports.cell.none");
  const pieces = draft.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const { promise } = draft;
  const window = promise === null ? none : format.days(promise.fromDay, promise.toDay);
  return [
    ["order", draft.number],
    ["placed", format.moment(draft.placedAt)],
    ["shopper", draft.email === null ? none : maskedEmail(draft.email)],
    ["items", format.number(pieces)],
    ["method", draft.shippingMethod ?? none],
    ["promise", window],
    ["total", format.money(draft.totalMinor, draft.currency)],
  ];
}

function productCells(draft: ProductDraft, none: string, format: DeskFormat): Cells {
  const { priceMinor, currency, stock } = draft;
  return [
    ["sku", draft.sku],
    ["title", draft.title],
    ["category", draft.category ?? none],
    ["stock", stock === null ? none : format.number(stock)],
    ["price", priceMinor === null || currency === null ? none : format.money(priceMinor, currency)],
  ];
}

function subscriptionCells(draft: SubscriptionDraft, say: DeskSay, format: DeskFormat): Cells {
  return [
    ["shopper", maskedEmail(draft.email)],
    ["sku", draft.sku],
    ["every", say(`imports.cell.${draft.intervalUnit}s`, { count: draft.intervalCount })],
    ["next", draft.nextOn === null ? say("imports.cell.none") : format.day(draft.nextOn)],
    ["status", draft.status],
  ];
}

function loyaltyCells(draft: LoyaltyDraft, none: string, format: DeskFormat): Cells {
  const days = draft.lots.flatMap(({ expiresOn }) => (expiresOn === null ? [] : [expiresOn])).sort();
  return [
    ["shopper", maskedEmail(draft.email)],
    ["tier", draft.tier ?? none],
    ["expires", days[0] === undefined ? none : format.day(days[0])],
    ["points", format.number(draft.lots.reduce((sum, { points }) => sum + points, 0))],
  ];
}

function returnCells(draft: ReturnDraft, none: string, format: DeskFormat): Cells {
  return [
    ["reference", draft.reference],
    ["order", draft.orderNumber ?? none],
    ["reason", draft.reason ?? none],
    ["when", format.moment(draft.returnedAt)],
    ["items", format.number(draft.lines.reduce((sum, { quantity }) => sum + quantity, 0))],
  ];
}

/** "ana@example.com" as "an…@example.com": enough to tell whether the right column was read; no line breaks at the dots. */
function maskedEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, Math.min(2, at))}…\u2060${email.slice(at)}`;
}
