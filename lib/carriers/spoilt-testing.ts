/** Which keys lead to a part of a value. */
export type Path = readonly string[];

const WRONG = [null, 0, 7, -1.5, "", "odd", true, [], {}, [[]], [null], { a: 1 }, { length: 3 }];

/** The value with every part of it, one at a time, replaced by each of some wrong ones or left out, and where. */
export function* spoilt(
  value: unknown,
  wrongs: readonly unknown[] = WRONG,
  path: Path = [],
): Generator<{ readonly path: Path; readonly value: unknown }> {
  for (const wrong of wrongs) yield { path, value: wrong };
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const { [key]: _, ...rest } = value as Readonly<Record<string, unknown>>;
    if (!Array.isArray(value)) yield { path: [...path, key], value: rest };
    for (const other of spoilt(inner, wrongs, [...path, key])) {
      const whole = Array.isArray(value) ? value.with(Number(key), other.value) : { ...rest, [key]: other.value };
      yield { path: other.path, value: whole };
    }
  }
}

/** Every key that stands anywhere in a value. */
export function keysIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...new Set([...own, ...Object.values(value).flatMap(keysIn)])];
}
