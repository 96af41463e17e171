type Numbers = Uint32Array | Uint16Array | Float32Array;

/** A typed array that grows as values come; `values()` is a copy of just what came. */
export function growing<T extends Numbers>(kind: new (length: number) => T) {
  let kept = new kind(1024);
  let used = 0;
  return {
    push: (value: number): void => {
      if (used === kept.length) {
        const larger = new kind(kept.length * 2);
        larger.set(kept);
        kept = larger;
      }
      kept[used] = value;
      used += 1;
    },
    size: (): number => used,
    values: (): T => kept.slice(0, used) as T,
  };
}
