import type { ProductId } from "#lib/kernel/ids.ts";
import type { Because, Candidate } from "#lib/recommend/gate/facts.ts";

/** What a card shows of a product beside its title. Money is in minor units. */
export type ProductFace = {
  readonly title: string;
  readonly picturePath: string | null;
  readonly price: { readonly minor: number; readonly currency: string } | null;
  /** The shop has a page of it. */
  readonly hasPage: boolean;
};

/** Why a product is here, as the shopper reads it; `title` is that of what was bought. */
export type OfferReason =
  | { readonly kind: "bought" | "pinned"; readonly title: string }
  | { readonly kind: "used_up" }
  | { readonly kind: "popular" };

export type OfferCard = ProductFace & { readonly productId: ProductId; readonly reason: OfferReason };

/** The row of a page: never empty. */
export type OfferRow = {
  readonly cards: readonly OfferCard[];
  /** The one reason of all cards, said once above them; null where each has its own. */
  readonly sharedReason: OfferReason | null;
};

type Known = {
  readonly faces: ReadonlyMap<ProductId, ProductFace>;
  /** What the shopper calls the things that were bought. */
  readonly bought: ReadonlyMap<ProductId, string>;
};

/** What passed the gate as the page shows it; null for an empty row, which leaves no trace on the page. */
export function offerRow(shown: readonly Candidate[], { faces, bought }: Known): OfferRow | null {
  const cards = shown.flatMap(({ product, because }): OfferCard[] => {
    const face = faces.get(product.id);
    return face === undefined ? [] : [{ ...face, productId: product.id, reason: reasonOf(because, bought) }];
  });
  const [first] = cards;
  if (first === undefined) return null;
  const isShared = cards.length > 1 && cards.every(({ reason }) => isSame(reason, first.reason));
  return { cards, sharedReason: isShared ? first.reason : null };
}

/** A thing whose name nobody knows any more is no reason that could be read. */
function reasonOf(because: Because, bought: Known["bought"]): OfferReason {
  switch (because.kind) {
    case "bought":
    case "pinned": {
      const title = bought.get(because.product);
      return title === undefined ? { kind: "popular" } : { kind: because.kind, title };
    }
    case "used_up":
      return { kind: "used_up" };
    case "popular":
      return { kind: "popular" };
  }
}

function isSame(one: OfferReason, other: OfferReason): boolean {
  return one.kind === other.kind && ("title" in one ? one.title : null) === ("title" in other ? other.title : null);
}
