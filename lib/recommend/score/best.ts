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
        place(heap, heap.used, product, score, tie);
        heap.used += 1;
        lift(heap, heap.used - 1);
        return;
      }
      // Nearly every offer ends here: it must cost nothing.
      if (score < (heap.scores[0] ?? 0)) return;
      if (size > 0 && isWorse(heap, 0, product, score, tie)) {
        place(heap, 0, product, score, tie);
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

// Values by themselves, not as an object: a list makes thousands of them, and what they leave behind is swept while others wait.
function place(heap: Heap, at: number, product: number, score: number, tie: number): void {
  heap.products[at] = product;
  heap.scores[at] = score;
  heap.ties[at] = tie;
}

function isWorse(heap: Heap, at: number, product: number, score: number, tie: number): boolean {
  const own = heap.scores[at] ?? 0;
  if (score !== own) return own < score;
  const ownTie = heap.ties[at] ?? 0;
  return tie === ownTie ? (heap.products[at] ?? 0) > product : ownTie < tie;
}

function isWorseThan(heap: Heap, at: number, other: number): boolean {
  return isWorse(heap, at, heap.products[other] ?? 0, heap.scores[other] ?? 0, heap.ties[other] ?? 0);
}

function swap(heap: Heap, one: number, other: number): void {
  const product = heap.products[one] ?? 0;
  const score = heap.scores[one] ?? 0;
  const tie = heap.ties[one] ?? 0;
  place(heap, one, heap.products[other] ?? 0, heap.scores[other] ?? 0, heap.ties[other] ?? 0);
  place(heap, other, product, score, tie);
}

function lift(heap: Heap, from: number): void {
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isWorseThan(heap, at, parent)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: Heap): void {
  let at = 0;
  for (;;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.used && isWorseThan(heap, child, worst)) worst = child;
    }
    if (worst === at) return;
    swap(heap, at, worst);
    at = worst;
  }
}
