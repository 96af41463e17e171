/** From the editor to the preview: draw this. `query` is that of the preview's address. */
export type PreviewOrder = { readonly kind: "preview-draw"; readonly query: string };
/** From the editor, once it listens: what have you drawn? Either of the two may be there first. */
export type PreviewAsk = { readonly kind: "preview-ask" };
/** From the preview to the editor: it is drawn, and these sentences are on it. */
export type PreviewDrawn = { readonly kind: "preview-drawn"; readonly said: readonly string[] };

/** Whether a message is an order to the preview. */
export function isPreviewOrder(data: unknown): data is PreviewOrder {
  return isRecord(data) && data.kind === "preview-draw" && typeof data.query === "string";
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
