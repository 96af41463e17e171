import type { BrandStyle } from "#lib/brand/css.ts";

/** From the editor to the preview: draw this. `query` is that of the preview's address. */
export type PreviewOrder = { readonly kind: "preview-draw"; readonly query: string };
/**
 * From the editor to the preview: as long as the draft that you show is older than the revision `until`, show it in this style.
 * Null where only the server knows the style.
 */
export type PreviewStroke = {
  readonly kind: "preview-stroke";
  readonly style: BrandStyle | null;
  readonly until: number;
};
/** From the editor, once it listens: what have you drawn? Either of the two may be there first. */
export type PreviewAsk = { readonly kind: "preview-ask" };
/** From the preview to the editor: it is drawn, and these sentences are on it. */
export type PreviewDrawn = { readonly kind: "preview-drawn"; readonly said: readonly string[] };

/** Whether a message is an order to the preview. */
export function isPreviewOrder(data: unknown): data is PreviewOrder {
  return isRecord(data) && data.kind === "preview-draw" && typeof data.query === "string";
}

/** Whether a message is a stroke for the preview. */
export function isPreviewStroke(data: unknown): data is PreviewStroke {
  if (!isRecord(data) || data.kind !== "preview-stroke" || typeof data.until !== "number") return false;
  const { style } = data;
  return style === null || (isRecord(style) && typeof style.faces === "string" && typeof style.variables === "string");
}

/** Whether a message comes from the editor around the preview, and from our own address. */
export function isFromParent({ origin, source }: MessageEvent<unknown>): boolean {
  return origin === window.location.origin && source === window.parent && window.parent !== window;
}

/** Whether a message asks the preview what it has drawn. */
export function isPreviewAsk(data: unknown): data is PreviewAsk {
  return isRecord(data) && data.kind === "preview-ask";
}

/** Whether a message is the preview's. */
export function isPreviewDrawn(data: unknown): data is PreviewDrawn {
  return isRecord(data) && data.kind === "preview-drawn" && Array.isArray(data.said);
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null;
}
