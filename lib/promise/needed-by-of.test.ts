import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { neededByOf } from "./needed-by-of.ts";

/** A Monday. */
const PLACED = Temporal.PlainDate.from("2026-11-30");

test.each([
  ["Needed by 18 December, it is a present", "2026-12-18"],
  ["Needed by Friday 18 December: it is for my sister’s wedding.", "2026-12-18"],
  ["needed by Fri, Dec 18th", "2026-12-18"],
  ["Hi! I need it by December 18, 2026 at the latest", "2026-12-18"],
  ["Has to arrive no later than 2026-12-18.", "2026-12-18"],
  ["I need this by the 3rd of January please", "2027-01-03"],
  ["Benötigt bis 18.12.2026", "2026-12-18"],
  ["Brauche es bis spätestens zum 18. Dezember, danke", "2026-12-18"],
  ["Die Bestellung wird bis Freitag, den 18.12.2026 benötigt", null],
  ["Das Geschenk wird bis zum 18.12. gebraucht.", "2026-12-18"],
  ["muss bis Freitag, den 18. Dezember da sein", "2026-12-18"],
  ["請在12月18日前送達", null],
  ["需要在12月18日（星期五）前收到", "2026-12-18"],
  ["最晚 12 月 18 日要收到，謝謝", "2026-12-18"],
  ["最迟2026年12月18日送到", "2026-12-18"],
  ["12月18號前一定要收到", "2026-12-18"],
  ["أحتاجه بحلول ١٨ ديسمبر", "2026-12-18"],
  ["مطلوب في موعد أقصاه الجمعة 18 كانون الأول 2026", "2026-12-18"],
  ["ต้องการภายในวันที่ 18 ธันวาคม 2569", "2026-12-18"],
  ["ต้องใช้ภายในวันศุกร์ที่ ๑๘ ธ.ค.", "2026-12-18"],
])("%s: %s", (note, day) => {
  expect(neededByOf(note, PLACED)).toBe(day);
});

test.each([
  [null],
  [""],
  ["Gift: my sister’s birthday is on 18 December"],
  ["18 December"],
  ["Please deliver after 18 December"],
  ["Not needed by 18 December, take your time"],
  ["I don't need it by 18 December"],
  ["Needed before 18 December"],
  ["Needed by 12/18/2026"],
  ["Needed by 18/12"],
  ["Needed by Christmas"],
  ["Needed by Saturday 18 December"],
  ["Needed by 18 or 19 December"],
  ["Needed by 18 December or 19 December"],
  ["Needed by 18 - 20 December"],
  ["Needed by 18 December - 20 December"],
  ["Needed by December 18-20"],
  ["Needed by 31 February"],
  ["Needed by 18 December 2025"],
  ["Needed by 2028-12-18"],
  ["Needed by 18 December, or better: needed by 16 December"],
  ["Needed by 18 December 2 pieces"],
  ["Order 2026-12-18"],
  ["Wird nicht bis zum 18.12. gebraucht"],
  ["Bin bis zum 18.12. im Urlaub"],
  ["Benötigt bis 18.12. oder 19.12."],
  ["12月18日或19日前需要收到"],
  ["不需要在12月18日前收到"],
  ["لا أحتاجه بحلول 18 ديسمبر"],
  ["ไม่ต้องการภายในวันที่ 18 ธันวาคม"],
])("%s says no day", (note) => {
  expect(neededByOf(note, PLACED)).toBeNull();
});
