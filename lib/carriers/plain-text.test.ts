import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test.each([
  ["  On its\n\t way  ", "On its way"],
  ["Priority Mail<SUP>&reg;</SUP> 2-Day", "Priority Mail 2-Day"],
  ["Mail<SUP>reg;</SUP> Access Point&trade; &#174;", "Mail Access Point"],
  ["Access Point™", "Access Point™"],
  ["Front&nbsp;<b>Door</b>", "Front Door"],
  ["Sorted in <a href='x'>Bonn</a>.", "Sorted in Bonn."],
  ["Held<br/>at the depot", "Held at the depot"],
  ["Tom &amp; Co &#38; Son &amp;amp; Daughter", "Tom & Co & Son & Daughter"],
  ["&quot;left&quot; at Jo&#39;s &lt;2&gt;", '"left" at Jo\'s <2>'],
  ["more&#153; here", "more here"],
  ["caf&eacute; &#233;t&#233;", "caf&eacute; été"],
  ["less < more > less", "less < more > less"],
  ["ab\0cd\u0007ef", "ab cd ef"],
  ["half \ud83d", "half \ufffd"],
])("%j reads %j", (value, plain) => {
  expect(plainText(value)).toBe(plain);
});

test.each(["", "   ", "<b></b>", " <SUP>&reg;</SUP> ", "\0"])("of %j nothing is left", (value) => {
  expect(plainText(value)).toBeNull();
});

test("whatever comes in, what comes out fits on one line and in a database", () => {
  const pieces = fc.array(
    fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("<b>", "&#0;", "&#55357;", "\ud800", "\0")),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const plain = plainText(parts.join(""));
      expect(plain ?? "a").toMatch(/^\S(?:[^\p{Cc}]*\S)?$/u);
      expect(plain?.isWellFormed() ?? true).toBe(true);
    }),
  );
});
