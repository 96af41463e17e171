/** One prediction and what became of it. */
export type Scored = { readonly score: number; readonly late: boolean };

/** The chance that a late one was scored above one in time, ties counted half; NaN where one kind is missing. */
export function rocAuc(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((one, other) => one.score - other.score);
  let late = 0;
  let above = 0;
  let inTimeBelow = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    let lateHere = 0;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) {
      if (sorted[to]?.late === true) lateHere += 1;
      to += 1;
    }
    const inTimeHere = to - from - lateHere;
    above += lateHere * (inTimeBelow + inTimeHere / 2);
    inTimeBelow += inTimeHere;
    late += lateHere;
    from = to;
  }
  return above / (late * inTimeBelow);
}

/** The mean square of what was said less what came. */
export function brier(scored: readonly Scored[]): number {
  return scored.reduce((sum, { score, late }) => sum + (score - (late ? 1 : 0)) ** 2, 0) / scored.length;
}

/** Mean precision at each late one, from the highest score down. */
export function averagePrecision(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((one, other) => other.score - one.score);
  let late = 0;
  let sum = 0;
  sorted.forEach((one, at) => {
    if (!one.late) return;
    late += 1;
    sum += late / (at + 1);
  });
  return sum / late;
}
