import fc from "fast-check";

/*
 * What people, shops and carriers may type, by accident or on purpose. PostgreSQL takes no NUL and no half of a pair, so
 * neither reaches a page.
 */

const MARKUP = [
  "<script>window.pwned=1</script>",
  '"><img src=x onerror=alert(1)>',
  "<svg/onload=alert(1)>",
  "</style><script>alert(1)</script>",
  "</title><h1>Pwned</h1>",
  "<iframe src=//evil.example></iframe>",
  "<base href=//evil.example/>",
  '<meta http-equiv="refresh" content="0;url=//evil.example">',
  "<!-- --><![CDATA[ ]]>",
  "javascript:alert(1)",
  "&lt;b&gt;&amp;#39;&nbsp;&#x202e;",
  "</bdi></bdo></h1></main>",
];
const STYLES = [
  "} * { display: none } /*",
  "; background: url(//evil.example/x.png)",
  "</style><style>*{color:red}</style>",
  "@import url(//evil.example/x.css);",
  "expression(alert(1))",
  "var(--accent);}html{visibility:hidden}",
  "style=position:fixed;inset:0",
];
const SIGNS = [
  "'\"`\\",
  "''quoted''",
  "{name}",
  "{count, plural, one {#} other {#}}",
  "'{'",
  "<date>x</date>",
  "<town>x",
  "%s $(x) {{7*7}} #{7*7}",
  "\\u003cscript\\u003e",
  "null",
  "undefined",
  "__proto__",
  "../../etc/passwd",
  "'; drop table orders; --",
];
const LETTERS = [
  "👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇺🇳",
  "مرحبا بالعالم",
  "שלום עולם",
  "สวัสดีชาวโลกที่น่ารัก",
  "歡迎光臨您的包裹",
  "こんにちは世界",
  "नमस्ते दुनिया",
  "Привет мир",
  "ß ﬃ ǆ ı İ ŉ",
  "𝕿𝖍𝖊 𝓺𝓾𝓲𝓬𝓴",
  "﷽",
  "a\u20dd\u0e49ก\u0e49\u0e4cك\u064b\u0651",
];
const DIRECTIONS = ["\u202e", "\u202d", "\u202b", "\u2067", "\u2066", "\u2068", "\u200f", "\u200e", "\u061c"];
const NOTHINGS = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u3164", "\u2028", "\u0007"];
const MARKS = ["\u0300", "\u0301", "\u0316", "\u0324", "\u0334", "\u0338", "\u0353", "\u0360", "\u036f", "\u0489"];

const words = (choices: readonly string[]) => fc.array(fc.constantFrom(...choices), { minLength: 1, maxLength: 3 });
/** Text within marks that turn it round; half of them are never closed. */
const turned = fc
  .tuple(
    fc.constantFrom(...DIRECTIONS),
    fc.constantFrom(...LETTERS, "abc 123"),
    fc.constantFrom("", "\u202c", "\u2069"),
  )
  .map((parts) => parts.join(""));
const thinned = fc
  .array(fc.tuple(fc.constantFrom("a", "漢", "م", ""), fc.constantFrom(...NOTHINGS)), { minLength: 1, maxLength: 20 })
  .map((parts) => parts.flat().join(""));
/** A letter under a storm of marks. */
const stormy = fc
  .array(
    fc.tuple(fc.constantFrom("Z", "a", "o"), fc.array(fc.constantFrom(...MARKS), { minLength: 3, maxLength: 24 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((letters) => letters.map(([letter, marks]) => letter + marks.join("")).join(""));
/** Much without a space. */
const endless = (longest: number) =>
  fc
    .tuple(
      fc.constantFrom("W", "i", "漢", "م", "9", "ไ", "_", "👍", "a/b", "x-"),
      fc.integer({ min: Math.min(30, longest), max: longest }),
    )
    .map(([piece, count]) =>
      piece
        .repeat(Math.ceil(count / piece.length))
        .slice(0, count)
        .toWellFormed(),
    );

/** Texts of at least one and at most `longest` UTF-16 units that mean no good; now and then harmless ones. */
export function hostileText(longest: number): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(...MARKUP),
    fc.constantFrom(...STYLES),
    fc.constantFrom(...SIGNS),
    words(LETTERS).map((parts) => parts.join(" ")),
    words(LETTERS).map((parts) => parts.join("")),
    turned,
    thinned,
    stormy,
    endless(longest),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
    fc.lorem({ maxCount: 12 }),
  );
  return fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => {
    const text = pieces.join(" ").replaceAll("\0", "").slice(0, longest).toWellFormed();
    return text.trim() === "" ? "-" : text;
  });
}
