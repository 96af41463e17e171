/** One logical record of a CSV text: its first physical line (1-based), the raw text, and why it cannot be read, if so. */
export type FramedRecord = { readonly line: number; readonly text: string; readonly problem: string | null };

/** A quoted value longer than this is a quote that somebody forgot to close, not an address. */
const MAX_LINES = 100;
const MAX_CHARS = 64_000;

type Numbered = { readonly line: number; readonly text: string };
export type RecordFramer = { push(text: string): FramedRecord[]; end(): FramedRecord[] };

/**
 * Joins physical lines to records: a line with an odd number of quotes goes on in the next one. A quote that never
 * closes costs its own line only: the lines behind it are framed again. `fits` tells whether a joined text has the
 * header's width, so that a forgotten quote does not swallow rows up to the next quoted value.
 */
export function recordFramer(fits: (text: string) => boolean): RecordFramer {
  let open: Numbered[] = [];
  let openChars = 0;
  let lineNumber = 0;

  function frame(first: Numbered): FramedRecord[] {
    const out: FramedRecord[] = [];
    const waiting: Numbered[] = [first];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const odd = hasOddQuotes(next.text);
      if (open.length === 0 && !odd) {
        if (next.text !== "") out.push({ ...next, problem: null });
        continue;
      }
      open.push(next);
      openChars += next.text.length;
      const closes = odd && open.length > 1;
      const joined = closes ? open.map((part) => part.text).join("\n") : "";
      if (closes && fits(joined)) out.push({ line: (open[0] ?? next).line, text: joined, problem: null });
      else if (closes || open.length > MAX_LINES || openChars > MAX_CHARS) waiting.unshift(...giveUp(out));
      else continue;
      open = [];
      openChars = 0;
    }
    return out;
  }

  /** Reports the line that opened the quote and returns the lines behind it. */
  function giveUp(out: FramedRecord[]): Numbered[] {
    const [first, ...rest] = open;
    if (first !== undefined) out.push({ ...first, problem: "a quote opens in this row and does not close" });
    return rest;
  }

  return {
    push: (text) => {
      lineNumber += 1;
      return frame({ line: lineNumber, text: text.endsWith("\r") ? text.slice(0, -1) : text });
    },
    end: () => {
      const out: FramedRecord[] = [];
      while (open.length > 0) {
        const rest = giveUp(out);
        open = [];
        openChars = 0;
        for (const line of rest) out.push(...frame(line));
      }
      return out;
    },
  };
}

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}
