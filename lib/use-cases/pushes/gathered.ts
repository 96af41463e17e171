type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Work that is cheaper for many at once: what comes for a key while its work is under way waits and is done together, at most
 * `most` in one go. One that comes alone is begun at once. `work` returns a result for each item, in their order; where it
 * throws, all of that go fail.
 */
export function gathered<Item, Result>(
  work: (key: string, items: readonly Item[]) => Promise<readonly Result[]>,
  most: number,
): (key: string, item: Item) => Promise<Result> {
  const waiting = new Map<string, Waiting<Item, Result>[]>();

  async function workOff(key: string, queue: Waiting<Item, Result>[]): Promise<void> {
    for (let some = queue.splice(0, most); some.length > 0; some = queue.splice(0, most)) {
      try {
        const results = await work(
          key,
          some.map(({ item }) => item),
        );
        for (const [at, { resolve }] of some.entries()) resolve(results[at] as Result);
      } catch (error) {
        for (const { reject } of some) reject(error);
      }
    }
    waiting.delete(key);
  }

  return (key, item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const queue = waiting.get(key);
    if (queue !== undefined) queue.push({ item, resolve, reject });
    else {
      const begun = [{ item, resolve, reject }];
      waiting.set(key, begun);
      void workOff(key, begun);
    }
    return promise;
  };
}
