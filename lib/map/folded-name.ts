/** Letters that are no letter with a mark to Unicode, and still are to people who write without them. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  臺: "台",
};

const MARKS = /[\u0300-\u036f]/g;
const UNPLAIN = /[łøđðþßæœı臺]/g;
/** What separates words; line breaks stay, so that many names can be folded in one go. */
const BETWEEN = /[^\p{L}\p{M}\p{N}\n]+/gu;
const SAINT = /(?<![\p{L}\p{M}])(?:st|sankt|sint)(?= \p{L})/gu;
const SAINTE = /(?<![\p{L}\p{M}])ste(?= \p{L})/gu;

/**
 * A town's name as all its spellings have it: small letters without marks, words parted by one space, saints in full.
 * "ST. LOUIS" and "Saint-Louis" are "saint louis". Folding a folded name changes nothing.
 */
export function foldedName(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(MARKS, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(MARKS, "")
    .replaceAll(UNPLAIN, (letter) => PLAIN[letter] ?? letter)
    .replaceAll(BETWEEN, " ")
    .replaceAll(/^ | $/gm, "")
    .replaceAll(SAINT, "saint")
    .replaceAll(SAINTE, "sainte");
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };

/** The folded name where umlauts are written as two letters, "koeln"; null for names without any. */
export function twoLetterName(name: string): string | null {
  const spelt = name.normalize("NFC").replaceAll(/[äöüåø]/gi, (letter) => UMLAUTS[letter.toLowerCase()] ?? letter);
  return spelt === name.normalize("NFC") ? null : foldedName(spelt);
}
