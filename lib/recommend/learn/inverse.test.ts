import { expect, test } from "vitest";
import { invertInPlace } from "./inverse.ts";

test("a matrix times its inverse is one, whatever its size leaves over of the tiles", () => {
  for (const size of [1, 2, 3, 4, 5, 7, 8, 13, 30]) {
    const matrix = Float64Array.from({ length: size * size }, (_, at) => {
      const [row, column] = [Math.floor(at / size), at % size];
      return row === column ? size + 1 : Math.sin(row + column) * 0.9;
    });
    const inverse = matrix.slice();
    invertInPlace(inverse, size);
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        let sum = 0;
        for (let k = 0; k < size; k += 1) sum += (matrix[i * size + k] ?? 0) * (inverse[k * size + j] ?? 0);
        expect(sum).toBeCloseTo(i === j ? 1 : 0, 9);
      }
    }
  }
});

test("a matrix that is not positive definite is refused instead of giving nonsense", () => {
  expect(() => invertInPlace(new Float64Array([1, 2, 2, 1]), 2)).toThrow(RangeError);
});
