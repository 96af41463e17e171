/** How long each of these takes, in milliseconds, one after the other. */
export async function timed<T>(asked: readonly T[], work: (one: T) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (const one of asked) {
    const began = performance.now();
    await work(one);
    times.push(performance.now() - began);
  }
  return times;
}
