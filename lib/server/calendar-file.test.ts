import { expect, test } from "vitest";
import { calendarFile } from "./calendar-file.ts";

const event = (window: Parameters<typeof calendarFile>[0]["window"], title = "Parcel from Shop") =>
  calendarFile({ token: "abc", title, about: "Order #1001", url: "https://shop.example/t/x", window })
    .replaceAll("\r\n ", "")
    .replaceAll("\r\n\t", "");
const day = (fromDay: string, toDay: string) => event({ fromDay, toDay, fromTime: null, toTime: null });

test("a window of days covers them whole, the last one included", () => {
  expect(day("2026-12-30", "2026-12-31")).toMatch(/DTSTART;VALUE=DATE:20261230\r\n.*DTEND;VALUE=DATE:20270101\r\n/s);
});

test("hours are told on the clock of the place, without a zone that would move them", () => {
  const file = event({ fromDay: "2026-11-06", toDay: "2026-11-06", fromTime: "14:00", toTime: "18:30" });
  expect(file).toMatch(/DTSTART:20261106T140000\r\n/);
  expect(file).toMatch(/DTEND:20261106T183000\r\n/);
});

test("the same order gives the same event, so that a later file moves it", () => {
  expect(day("2026-11-06", "2026-11-06")).toContain("UID:ba7816bf8f01cfea414140de5dae2223@porchlight");
});

test("what a shop is called cannot add lines of its own", () => {
  const title = "Shop\r\nATTACH:https://evil.example; x, y";
  const lines = event({ fromDay: "2026-11-06", toDay: "2026-11-06", fromTime: null, toTime: null }, title).split(
    "\r\n",
  );
  expect(lines.filter((line) => line.startsWith("ATTACH"))).toEqual([]);
});
