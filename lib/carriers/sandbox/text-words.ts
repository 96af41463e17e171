import { FAULTS, type Fault, STEPS, type Step } from "./script.ts";

/** How each step is written; the first is how it is printed. Capitals, spaces and hyphens make no difference. */
const STEP_WORDS: Readonly<Record<Step, string>> = {
  label: "label | label made | label created | announced",
  picked_up: "picked up | accepted | collected by the carrier | handed to the carrier",
  departed: "departed | left | sent on",
  arrived: "arrived",
  customs_in: "in customs | at customs",
  customs_out: "cleared by customs | customs cleared | out of customs",
  at_destination: "at the delivery station | at the local depot | at the post office",
  out_for_delivery: "out for delivery | in the van",
  attempt_not_home: "nobody home | not home | attempted | delivery attempted",
  attempt_address: "address not found | attempted, address incomplete",
  attempt_closed: "business closed | closed",
  held_for_pickup:
    "waiting for pick-up | ready for pick-up | available for pick-up | held for pick-up | at the pick-up point",
  in_locker: "in a locker | in the locker",
  delivered: "delivered",
  delay_weather: "delayed by weather | weather | snow",
  delay_operations: "delayed | late | delayed by the carrier",
  missorted: "missorted | sorted wrong | misrouted",
  holiday: "delayed by a holiday | holiday",
  held_on_request: "held on request | held | on hold",
  handed_over: "handed to a partner | handed over | handed to the post office",
  damaged: "damaged",
  address_problem: "address problem | wrong address | address incomplete",
  customs_documents: "customs want documents | documents missing | held at customs",
  customs_payment: "customs want payment | duties to pay | tax to pay | held at customs for tax",
  refused: "refused",
  lost: "lost",
  found: "found again | found",
  return_started: "on its way back | returning | return started",
  returned: "returned | back at the sender",
  cancelled: "cancelled | canceled | voided",
  note: "note | notice",
};

/** Other ways to name a fault; its own name, with spaces, is always one. */
const FAULT_WORDS: Partial<Readonly<Record<Fault, string>>> = {
  outage: "503 | out of order",
  error: "500 | server error",
  timeout: "no answer | never answers",
  slow: "slow answer | answers late",
  html: "502 | gateway page",
  redirect: "302",
  truncated: "cut off",
  empty: "empty answer",
  credentials: "401 | keys refused",
  forbidden: "403",
  quota: "429 | quota spent",
  reset: "connection reset",
  invalid: "invalid number",
};

const STEP_OF = wordsOf(STEPS, (step) => STEP_WORDS[step]);
const FAULT_OF = wordsOf(FAULTS, (fault) => `${faultWord(fault)} | ${FAULT_WORDS[fault] ?? faultWord(fault)}`);

/** How a step is printed. */
export function stepWord(step: Step): string {
  return STEP_WORDS[step].split(" | ")[0] ?? step;
}

/** How a fault is printed: `html 200`. */
export function faultWord(fault: Fault): string {
  return fault.replaceAll("_", " ");
}

/** The step that words mean; undefined where they mean none. */
export function stepOf(words: string): Step | undefined {
  return STEP_OF.get(keyOf(words));
}

/** The fault that words mean; undefined where they mean none. */
export function faultOf(words: string): Fault | undefined {
  return FAULT_OF.get(keyOf(words));
}

/** `"deliverd" is nothing that happens to a parcel. Did you mean "delivered"? There are: ...` */
export function unknownStep(words: string): string {
  return `"${words}" is nothing that happens to a parcel. ${choices(words, STEPS.map(stepWord))}`;
}

/** The same for a fault. */
export function unknownFault(words: string): string {
  return `"${words}" is no fault. ${choices(words, FAULTS.map(faultWord))}`;
}

/** The nearest of some words where one is near, and all of them. */
export function choices(words: string, all: readonly string[]): string {
  const given = keyOf(words);
  const [nearest] = all
    .map((word) => ({ word, apart: distance(given, keyOf(word)) }))
    .filter(({ word, apart }) => apart <= Math.max(2, keyOf(word).length / 3))
    .sort((one, other) => one.apart - other.apart);
  const meant = nearest === undefined ? "" : `Did you mean "${nearest.word}"? `;
  return `${meant}There are: ${all.join(", ")}.`;
}

function wordsOf<T>(all: readonly T[], words: (one: T) => string): ReadonlyMap<string, T> {
  return new Map(
    all.flatMap((one) =>
      words(one)
        .split(" | ")
        .map((word) => [keyOf(word), one] as const),
    ),
  );
}

function keyOf(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** How many letters have to be changed, added or left out to get from one word to the other (Levenshtein); long ones are cut. */
function distance(one: string, other: string): number {
  const [from, to] = [one.slice(0, 40), other.slice(0, 40)];
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const changed = (row[column - 1] ?? 0) + (to[column - 1] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
