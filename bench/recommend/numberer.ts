/** Numbers names from 0 in the order in which they come. */
export function numberer(): { readonly of: (name: string) => number; readonly count: () => number } {
  const numbers = new Map<string, number>();
  return {
    of: (name) => {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, numbers.size);
      return numbers.size - 1;
    },
    count: () => numbers.size,
  };
}
