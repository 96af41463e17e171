const FIRST_STRONG = "\u2068";
const POP = "\u2069";
/** What reorders the text around it, or makes it look like another: carriers, merchants and shoppers may have typed it. */
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** An isolate's end or beginning: first strong, or of a set direction. */
const ISOLATES = /[\u2066-\u2069]/;
/**
 * What each direction does not leave in its place. From right to left are the blocks that Unicode keeps for it
 * (DerivedBidiClass.txt); digits are in order only among letters from left to right.
 */
const FOREIGN = {
  ltr: /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u,
  rtl: /[[\p{L}\p{N}]--[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]]/v,
} as const;
/** Programs that make a link of an address would take the mark after it for a part of it. */
const ADDRESS = /^https?:\/\/[\x21-\x7e]+$/;

/** The same text without marks that turn the direction of what follows. */
export function withoutDirections(text: string): string {
  return text.replaceAll(CONTROLS, "");
}

/**
 * A value as it may stand within a sentence: marked off where its letters run the other way, so that neither disturbs the
 * other (UAX 9, isolates). Marks in it are taken out, but for whole isolates: those are values in a sentence that itself
 * became a value, and turn nothing outside. Isolating twice is isolating once. A web address stays as it is.
 */
export function isolated(text: string, direction: "ltr" | "rtl"): string {
  const { sound, outside } = ISOLATES.test(text) ? isolatesKept(text) : plainly(withoutDirections(text));
  return FOREIGN[direction].test(outside) && !ADDRESS.test(sound) ? `${FIRST_STRONG}${sound}${POP}` : sound;
}

type Cleaned = {
  readonly sound: string;
  /** What stands in no isolate. */
  readonly outside: string;
};

function plainly(text: string): Cleaned {
  return { sound: text, outside: text };
}

/** All marks taken out but the two of an isolate that begins with the first strong letter and has an end. */
function isolatesKept(text: string): Cleaned {
  const characters = [...text];
  const kept = wholeIsolates(characters);
  let depth = 0;
  let sound = "";
  let outside = "";
  characters.forEach((character, at) => {
    if (kept.has(at)) depth += character === POP ? -1 : 1;
    else if (withoutDirections(character) === "") return;
    else if (depth === 0) outside += character;
    sound += character;
  });
  return { sound, outside };
}

/** Where the marks of whole first-strong isolates stand. */
function wholeIsolates(characters: readonly string[]): ReadonlySet<number> {
  const open: number[] = [];
  const kept = new Set<number>();
  characters.forEach((character, at) => {
    if (character !== POP) {
      if (ISOLATES.test(character)) open.push(at);
      return;
    }
    const from = open.pop();
    if (from !== undefined && characters[from] === FIRST_STRONG) kept.add(from).add(at);
  });
  return kept;
}
