import { pointOf } from "./middle-of.ts";

type Figures = Readonly<Record<string, number>>;

const ROUNDS = 400;

/**
 * The 95 % interval of each figure by drawing the orders again with replacement (Efron 1979): `nameLow` and `nameHigh`. The
 * draws are the same at every run. Two engines are compared on the same draws, by figures that are differences.
 */
export function intervalsOf<Order>(orders: readonly Order[], figuresOf: (drawn: readonly Order[]) => Figures): Figures {
  const random = randomFrom(20260101);
  const seen: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    const drawn = orders.map((order) => orders[Math.floor(random() * orders.length)] ?? order);
    for (const [name, value] of Object.entries(figuresOf(drawn))) {
      seen[name] ??= [];
      seen[name].push(value);
    }
  }
  return Object.fromEntries(
    Object.entries(seen).flatMap(([name, values]) => [
      [`${name}Low`, pointOf(values, 0.025)],
      [`${name}High`, pointOf(values, 0.975)],
    ]),
  );
}

/** Mulberry32: numbers from 0 to 1 that are the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
