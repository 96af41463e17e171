/** What was made for a key, made once; of `most` keys, the one that was asked for longest ago is forgotten first. */
export function remembered<T>(most: number): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    const found = known.get(key);
    const value = found === undefined ? make() : found;
    known.delete(key);
    known.set(key, value);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return value;
  };
}
