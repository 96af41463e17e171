/**
 * Keeps the `size` best of what it is offered: higher score first, then the higher tie-breaker, then the lower product, so
 * that the same offers always give the same list, in whatever order they come.
 */
export function bestOf(size: number): Best {
  const heap = {
    products: new Int32Array(size),
    scores: new Float64Array(size),
    ties: new Float64Array(size),
    used: 0,
  };
  return {
    offer: (product, score, tie) => {
      if (heap.used < size) {
        place(heap, heap.used, { product, score, tie });
        heap.used += 1;
        lift(heap, heap.used - 1);
        return;
      }
      // Nearly every offer ends here: it must cost nothing.
      if (score < (heap.scores[0] ?? 0)) return;
      if (size > 0 && isWorse(heap, 0, { product, score, tie })) {
        place(heap, 0, { product, score, tie });
        sink(heap);
      }
    },
    isBelow: (score) => heap.used === size && score < (heap.scores[0] ?? 0),
    take: () => {
      const order = Array.from({ length: heap.used }, (_, at) => entryAt(heap, at)).sort(byBest);
      heap.used = 0;
      return order;
    },
  };
}

export type Scored = { readonly product: number; readonly score: number; readonly tie: number };
export type Best = {
  readonly offer: (product: number, score: number, tie: number) => void;
  /** Whether an offer of this score is in vain. */
  readonly isBelow: (score: number) => boolean;
  /** The best, best first; it is empty afterwards. */
  readonly take: () => readonly Scored[];
};
type Heap = {
  readonly products: Int32Array;
  readonly scores: Float64Array;
  readonly ties: Float64Array;
  used: number;
};

function byBest(one: Scored, other: Scored): number {
  return other.score - one.score || other.tie - one.tie || one.product - other.product;
}

function entryAt(heap: Heap, at: number): Scored {
  return { product: heap.products[at] ?? 0, score: heap.scores[at] ?? 0, tie: heap.ties[at] ?? 0 };
}

function place(heap: Heap, at: number, { product, score, tie }: Scored): void {
  heap.products[at] = product;
  heap.scores[at] = score;
  heap.ties[at] = tie;
}

function isWorse(heap: Heap, at: number, than: Scored): boolean {
  const score = heap.scores[at] ?? 0;
  if (score !== than.score) return score < than.score;
  return byBest(entryAt(heap, at), than) > 0;
}

function swap(heap: Heap, one: number, other: number): void {
  const kept = entryAt(heap, one);
  place(heap, one, entryAt(heap, other));
  place(heap, other, kept);
}

function lift(heap: Heap, from: number): void {
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isWorse(heap, at, entryAt(heap, parent))) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: Heap): void {
  let at = 0;
  for (;;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.used && isWorse(heap, child, entryAt(heap, worst))) worst = child;
    }
    if (worst === at) return;
    swap(heap, at, worst);
    at = worst;
  }
}
