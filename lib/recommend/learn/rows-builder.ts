import type { Rows } from "#lib/recommend/score/model.ts";

/** Collects rows in the order of their products; 8 bytes an entry. */
export function rowsBuilder(productCount: number): {
  readonly push: (entries: readonly { readonly product: number; readonly score: number }[]) => void;
  readonly rows: () => Rows;
} {
  const starts = new Uint32Array(productCount + 1);
  let targets = new Uint32Array(1024);
  let strengths = new Float32Array(1024);
  let [used, row] = [0, 0];
  return {
    push: (entries) => {
      if (used + entries.length > targets.length) {
        const length = Math.max(targets.length * 2, used + entries.length);
        const [moreTargets, moreStrengths] = [new Uint32Array(length), new Float32Array(length)];
        moreTargets.set(targets);
        moreStrengths.set(strengths);
        [targets, strengths] = [moreTargets, moreStrengths];
      }
      for (const { product, score } of entries) {
        targets[used] = product;
        strengths[used] = score;
        used += 1;
      }
      row += 1;
      starts[row] = used;
    },
    rows: () => ({ starts, targets: targets.slice(0, used), strengths: strengths.slice(0, used) }),
  };
}
