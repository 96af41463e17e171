import fc from "fast-check";
import { expect, test } from "vitest";
import { fitted, ridge, type SparseRows } from "./ridge.ts";

function sparse(rows: readonly (readonly number[])[]): SparseRows {
  const width = rows[0]?.length ?? 0;
  const entries = rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ column, value }])));
  const starts = new Int32Array(rows.length + 1);
  entries.forEach((row, i) => {
    starts[i + 1] = (starts[i] ?? 0) + row.length;
  });
  const all = entries.flat();
  return {
    starts,
    columns: Int32Array.from(all, ({ column }) => column),
    values: Float64Array.from(all, ({ value }) => value),
    width,
  };
}

const number = fc.integer({ min: -3, max: 3 });

test("no other coefficients do better: the gradient of the penalised square is nil", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, number, number, number), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }),
      (lines, penalty) => {
        const rows = sparse(lines.map(([a, b, c]) => [1, a, b, c]));
        const y = Float64Array.from(lines, ([, , , value]) => value);
        const weights = Float64Array.from(lines, (_, i) => 0.5 + (i % 3));
        const x = ridge(rows, y, weights, new Float64Array(4).fill(penalty));
        for (let j = 0; j < 4; j += 1) {
          const slope = lines.reduce((sum, line, i) => {
            const value = [1, ...line][j] ?? 0;
            return sum + (weights[i] ?? 0) * value * ((y[i] ?? 0) - fitted(rows, x, i));
          }, 0);
          expect(slope - penalty * (x[j] ?? 0)).toBeCloseTo(0, 6);
        }
      },
    ),
    { numRuns: 50 },
  );
});

test("a column that no row has stays at nil", () => {
  expect(
    ridge(
      sparse([
        [1, 0],
        [1, 0],
      ]),
      Float64Array.of(2, 2),
      Float64Array.of(1, 1),
      Float64Array.of(1e-9, 1),
    )[1],
  ).toBe(0);
});
