import { expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { DOOR_HEADER, doorNoted, doorText } from "./link-door.ts";

const noted = (text: string) => doorNoted(new Headers({ [DOOR_HEADER]: text }));

test("a door is read as it was noted", () => {
  const door = { merchantId: newId(), linkId: newId() };
  expect(noted(doorText(door))).toEqual(door);
});

test.each(["", "x", newId(), `${newId()} ${newId()} ${newId()}`, `${newId()} ' or 1=1 --`])(
  "what is no door is none: %j",
  (text) => expect(noted(text)).toBeNull(),
);

test("no note is no door", () => {
  expect(doorNoted(new Headers())).toBeNull();
});
