/** Marks behind a name (®, ™) say nothing to a shopper: as entities they are left out. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " }),
  ...["reg", "trade", "#174", "#8482"].map((mark) => [mark, ""] as const),
]);

/** Words of ASCII with single spaces between, without anything that could be a tag or an entity. */
const PLAIN = /^[!-%'-;=-~]+(?: [!-%'-;=-~]+)*$/;

/** Tags inside a line of words; any other tag ends a word. */
const INLINE: ReadonlySet<string> = new Set(["a", "b", "em", "font", "i", "small", "span", "strong", "u"]);

/**
 * A carrier's text as people read it: on one line, without markup, raised marks (`Mail<SUP>&reg;</SUP>` is "Mail") and
 * padding, its entities as what they stand for, encoded twice or once; null when nothing is left.
 */
export function plainText(value: string): string | null {
  // Nearly all that comes is plain: reading it once is a tenth of cleaning it.
  if (PLAIN.test(value)) return value;
  const plain = value
    .replaceAll(/<sup>[^<>]*<\/sup>/gi, "")
    .replaceAll(/<\/?([a-z]\w*)[^>]*>/gi, (_, tag: string) => (INLINE.has(tag.toLowerCase()) ? "" : " "))
    .replaceAll(/&(?:amp|#38);/gi, "&")
    .replaceAll(/&(#\d{1,6}|[a-z]{2,5});/gi, (whole, name: string) => entity(name.toLowerCase()) ?? whole)
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .toWellFormed()
    .trim();
  return plain === "" ? null : plain;
}

function entity(name: string): string | undefined {
  return ENTITIES.get(name) ?? (name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : undefined);
}
