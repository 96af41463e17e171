import type { Result } from "#lib/kernel/result.ts";

/** Something that a shop has to do, or need not do any more. As docs/shop-requests.md tells it. */
export type ShopRequest = {
  /** The same at every try, and another for another request. Without dots, since it is signed between dots. */
  readonly id: string;
  readonly type: "refund.requested" | "refund.withdrawn" | "reship.requested" | "reship.withdrawn" | "gesture.granted";
  /** JSON with the type, when it happened, and what it is about. */
  readonly body: string;
};

/**
 * Hands a request over to a shop's own system. Comes back within 15 s and throws nothing for what the outside world does.
 * `reason` is a word for the operator, and nothing that the shop said.
 */
export type ShopPort = { readonly ask: (request: ShopRequest) => Promise<Result<void, { readonly reason: string }>> };

/** Where a shop is asked, with the opened secret that signs it. */
export type ShopHook = { readonly url: string; readonly secret: string };
