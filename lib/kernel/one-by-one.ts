/** Makes a lane for work that takes much at once: whatever enters it begins when all that entered before has ended. */
export function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    // What fails is told to whoever asked for it; the next begins all the same.
    last = mine.catch(() => {});
    return mine;
  };
}
