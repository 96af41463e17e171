/*
 * How people say by when they need an order, in our languages. Regular expressions on text in lower case; `DATE` stands for a
 * date of the same language. What could be read in two ways is left out: "before" a day, dates with slashes, ranges.
 */

export const TONGUES = ["en", "de", "zh", "ar", "th"] as const;
export type Tongue = (typeof TONGUES)[number];

type Groups = Readonly<Record<string, string | undefined>>;
/** Groups `day`, maybe `year` and `weekday`; `read` finds the month, 1 to 12. */
type Written = { readonly pattern: string; readonly read: (groups: Groups) => number | null };

/** Twelve of them, each with the ways to write it. */
type Names = readonly (readonly string[])[];

const MONTHS: Readonly<Record<Exclude<Tongue, "zh">, Names>> = {
  en: [
    ["january", "jan"],
    ["february", "feb"],
    ["march", "mar"],
    ["april", "apr"],
    ["may"],
    ["june", "jun"],
    ["july", "jul"],
    ["august", "aug"],
    ["september", "sept", "sep"],
    ["october", "oct"],
    ["november", "nov"],
    ["december", "dec"],
  ],
  de: [
    ["januar", "jänner"],
    ["februar", "feber"],
    ["märz"],
    ["april"],
    ["mai"],
    ["juni"],
    ["juli"],
    ["august"],
    ["september"],
    ["oktober"],
    ["november"],
    ["dezember"],
  ],
  ar: [
    ["يناير", "كانون الثاني"],
    ["فبراير", "شباط"],
    ["مارس", "آذار"],
    ["أبريل", "ابريل", "نيسان"],
    ["مايو", "أيار"],
    ["يونيو", "حزيران"],
    ["يوليو", "تموز"],
    ["أغسطس", "اغسطس", "آب"],
    ["سبتمبر", "أيلول"],
    ["أكتوبر", "اكتوبر", "تشرين الأول"],
    ["نوفمبر", "تشرين الثاني"],
    ["ديسمبر", "كانون الأول"],
  ],
  th: [
    ["มกราคม", "ม.ค."],
    ["กุมภาพันธ์", "ก.พ."],
    ["มีนาคม", "มี.ค."],
    ["เมษายน", "เม.ย."],
    ["พฤษภาคม", "พ.ค."],
    ["มิถุนายน", "มิ.ย."],
    ["กรกฎาคม", "ก.ค."],
    ["สิงหาคม", "ส.ค."],
    ["กันยายน", "ก.ย."],
    ["ตุลาคม", "ต.ค."],
    ["พฤศจิกายน", "พ.ย."],
    ["ธันวาคม", "ธ.ค."],
  ],
};

/** Monday first. */
export const WEEKDAYS: Readonly<Record<Tongue, Names>> = {
  en: [
    ["monday", "mon"],
    ["tuesday", "tue"],
    ["wednesday", "wed"],
    ["thursday", "thu"],
    ["friday", "fri"],
    ["saturday", "sat"],
    ["sunday", "sun"],
  ],
  de: [["montag"], ["dienstag"], ["mittwoch"], ["donnerstag"], ["freitag"], ["samstag", "sonnabend"], ["sonntag"]],
  zh: [["一"], ["二"], ["三"], ["四"], ["五"], ["六"], ["日", "天"]],
  ar: [
    ["الاثنين", "الإثنين"],
    ["الثلاثاء"],
    ["الأربعاء", "الاربعاء"],
    ["الخميس"],
    ["الجمعة"],
    ["السبت"],
    ["الأحد", "الاحد"],
  ],
  th: [["จันทร์"], ["อังคาร"], ["พุธ"], ["พฤหัสบดี"], ["ศุกร์"], ["เสาร์"], ["อาทิตย์"]],
};

const anyOf = (names: Names) =>
  names
    .flat()
    .map((name) => name.replaceAll(".", String.raw`\.`))
    .join("|");
/** Neither a part of a longer number nor the beginning of a range or a choice. */
const END = String.raw`(?!,? ?\d|\p{L}| ?(?:[-–—/~]|to\b|or\b|oder\b|bis\b|หรือ|或|至|أو|إلى))`;
const YEAR = String.raw`(?<year>\d{4})`;
const DAY = String.raw`(?<!\d)(?<day>\d{1,2})`;

function named(tongue: keyof typeof MONTHS, pattern: (month: string, weekday: string) => string): Written {
  const names = MONTHS[tongue];
  const month = `(?<name>${anyOf(names)})`;
  return {
    pattern: pattern(month, `(?<weekday>${anyOf(WEEKDAYS[tongue])})`) + END,
    read: ({ name }) => names.findIndex((all) => name !== undefined && all.includes(name)) + 1 || null,
  };
}

const numbered = (pattern: string): Written => ({ pattern, read: ({ month }) => Number(month) || null });
const ISO = numbered(String.raw`(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])`);

export const DATES: Readonly<Record<Tongue, readonly Written[]>> = {
  en: [
    ISO,
    named(
      "en",
      (month, weekday) =>
        String.raw`(?:${weekday},? )?(?:the )?${DAY}(?:st|nd|rd|th)?(?: of)? ${month}\b\.?(?:,? ${YEAR})?`,
    ),
    named(
      "en",
      (month, weekday) => String.raw`(?:${weekday},? )?${month}\b\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? ${YEAR})?`,
    ),
  ],
  de: [
    ISO,
    named("de", (month, weekday) => String.raw`(?:${weekday},? (?:de[nm] )?)?${DAY}\. ?${month}(?: ${YEAR})?`),
    numbered(String.raw`${DAY}\.(?<month>\d{1,2})\.${YEAR}?${END}`),
  ],
  zh: [
    ISO,
    numbered(
      String.raw`(?:${YEAR} ?年 ?)?(?<!\d)(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日號号](?: ?[(（]?(?:星期|週|周|禮拜|礼拜)(?<weekday>[一二三四五六日天])[)）]?)?(?! ?(?:或|至|到\d|[-–—~]))`,
    ),
  ],
  ar: [ISO, named("ar", (month, weekday) => `(?:(?:يوم )?${weekday}[،,]? )?${DAY} ${month}(?: ${YEAR})?`)],
  th: [
    ISO,
    named(
      "th",
      (month, weekday) => String.raw`(?:วัน${weekday}ที่ ?|วันที่ ?)?${DAY} ?${month}(?: ?(?:พ\.ศ\. ?|ค\.ศ\. ?)?${YEAR})?`,
    ),
  ],
};

const BY_EN = "(?:by|no later than) DATE";
const NOT_EN = String.raw`(?<!\bnot |n['’]t |\bnever |\bno longer )`;
const BY_DE = "bis (?:spätestens )?(?:zum )?DATE";

export const PHRASES: Readonly<Record<Tongue, readonly string[]>> = {
  en: [
    String.raw`${NOT_EN}\b(?:needed|required) ${BY_EN}`,
    String.raw`${NOT_EN}\bneed (?:it|this|them|these|everything|(?:the|my|this) order) ${BY_EN}`,
    String.raw`\b(?:must|(?:has|have) to) (?:arrive|be here|be delivered) ${BY_EN}`,
  ],
  de: [
    `(?<!nicht )(?:benötigt|gebraucht) (?:wird (?:es |sie )?)?${BY_DE}`,
    `(?:brauche|brauchen|benötige|benötigen) (?:(?:ich|wir|es|sie|das|die bestellung) )*${BY_DE}`,
    `(?:wird|werden) ${BY_DE} (?:benötigt|gebraucht)`,
    `(?:muss|müssen) ${BY_DE} (?:da sein|hier sein|ankommen|geliefert)`,
  ],
  zh: [
    "(?:最晚|最遲|最迟)(?:要|需|必須|必须)?(?:在|於|于)? ?DATE ?(?:前|之前|以前)? ?(?:要|需|需要)?(?:收到|送到|送達|送达|到貨|到货|用到|使用)",
    "(?<![不無无沒没])(?:需要?|必須|必须)(?:在|於|于) ?DATE ?(?:前|之前|以前)?(?:收到|送到|送達|送达|到貨|到货|用到|使用)",
    "DATE ?(?:前|之前|以前)?(?:需要?|必須|必须|一定要)(?:收到|送到|送達|送达|到貨|到货|用到|使用)",
  ],
  ar: [
    "(?<!لا |غير |ليس )(?:أحتاجه|أحتاجها|أحتاج إليه|أحتاج إليها|نحتاجه|نحتاجها|مطلوب|مطلوبة) (?:بحلول|في موعد أقصاه) DATE",
  ],
  th: ["(?<!ไม่)(?:จำเป็นต้องใช้|ต้องการ|ต้องใช้|ต้องได้รับ)(?:สินค้า|ของ)? ?(?:ภายใน|ไม่เกิน) ?DATE"],
};
