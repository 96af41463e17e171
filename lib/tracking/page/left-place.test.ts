import { expect, test } from "vitest";
import { leftPlaceOf } from "./left-place.ts";

test.each([
  ["FRONT DOOR", "front_door"],
  ["Front Door/Porch", "front_door"],
  ["FRONT DOOR/PORCH, BOISE", "front_door"],
  ["porch", "porch"],
  ["Receptionist/Front Desk", "reception"],
  ["Front Desk/Reception/Mail Room", "front_desk_or_mail_room"],
  ["Left with Individual", "person"],
  ["Met Customer Man", "person"],
  ["In/At Mailbox", "mailbox"],
  ["To Mail Room", "mail_room"],
  ["Parcel Locker", "parcel_locker"],
  ["DOCK", "loading_dock"],
  ["Garage or Other Location at Address", "garage_or_nearby"],
  ["Guard or security station", "guard"],
  ["Neighbour or front desk", "neighbour_or_front_desk"],
  ["Neighbor as Requested", "neighbour"],
  ["NEIGHBOR J SMITH AT 12", "neighbour"],
  ["Family member", "household"],
] as const)("%s is %s", (text, place) => {
  expect(leftPlaceOf(text)).toBe(place);
});

test.each([
  "MR NGUYEN",
  "12 GARDEN STREET",
  "Smith, front door",
  "Front door of J. Nguyen",
  "constructor",
  "To Agent",
  "黃先生",
  "",
  null,
])("%s may hold a name or a street and is left out", (text) => {
  expect(leftPlaceOf(text)).toBeNull();
});
