import { type Journey, type Journeys, on, sinceLoaded, workday } from "./journey.ts";
import { inBelgium, inFrance, inTheEast, inTheMiddleWest, inTheNetherlands } from "./places.ts";
import { arrives, expectedOn, expectedWithin, lastMile, onWorkday, sent, through, way, whileWatched } from "./ways.ts";

const workshop = inFrance("Aubervilliers", "93300");
const roissy = inFrance("Roissy-en-France", "95700");
const gennevilliers = inFrance("Gennevilliers", "92230");
const parisNorth = inFrance("Paris", "75018");
const brussels = inBelgium("Brussels", "1130");
const memphis = inTheMiddleWest("Memphis", "38118", "TN");

const southwards = [gennevilliers, inFrance("Mérignac", "33700")] as const;
const toParis = way(workshop, parisNorth, inFrance("Paris", "75010"));
const toEtienne = way(workshop, roissy, parisNorth, inFrance("Paris", "75002"));
const toStrasbourg = way(workshop, roissy, inFrance("Entzheim", "67960"), inFrance("Strasbourg", "67000"));
const toToulouse = way(workshop, ...southwards, inFrance("Toulouse", "31200"), inFrance("Toulouse", "31000"));
const toBrooklyn = way(
  workshop,
  roissy,
  memphis,
  inTheEast("Brooklyn", "11232", "NY"),
  inTheEast("Brooklyn", "11231", "NY"),
);
const toLille = way(workshop, gennevilliers, inFrance("Lesquin", "59810"), inFrance("Lille", "59000"));
const toRennes = way(workshop, roissy, inFrance("Rennes", "35200"), inFrance("Rennes", "35000"));
const toQuimper = way(workshop, roissy, inFrance("Ergué-Gabéric", "29500"), inFrance("Quimper", "29000"));

/** The last scan is six weeks old. */
const unheardOf: Journey = {
  destination: toStrasbourg.to,
  beats: [
    ...sent(toStrasbourg),
    ...through(roissy),
    { step: "arrived", place: toStrasbourg.centre, at: on(-43, "04:26") },
  ],
  expected: [expectedOn(-43)],
};

/** Nobody home, not collected, and back at the workshop. */
const back: Journey = {
  destination: toToulouse.to,
  beats: [
    ...sent(toToulouse),
    ...through(...toToulouse.hubs),
    { step: "at_destination", place: toToulouse.centre, at: workday(-13, "05:37") },
    { step: "out_for_delivery", place: toToulouse.to, at: workday(-13, "08:21") },
    { step: "attempt_not_home", place: toToulouse.to, at: workday(-13, "13:47") },
    { step: "held_for_pickup", place: toToulouse.to, at: workday(-11, "10:05") },
    { step: "return_started", place: toToulouse.to, at: workday(-5, "18:20") },
    { step: "returned", place: workshop, at: workday(-3, "11:15") },
  ],
  expected: [expectedOn(-13)],
  pickupPoint: { name: "Tabac de la Bourse", street: "14 rue de Metz" },
};

/** Put off twice by the carrier: first a day, then three. */
const late: Journey = {
  destination: toParis.to,
  beats: [
    ...sent(toParis),
    { step: "arrived", place: roissy, at: on(-5, "01:18") },
    { step: "delay_operations", place: roissy, at: on(-3, "06:52") },
    { step: "delay_operations", place: roissy, at: on(-1, "06:40") },
    ...lastMile(toParis, onWorkday(1, "10:55")),
  ],
  expected: [expectedOn(-2), expectedOn(-1, on(-3, "07:05")), expectedOn(1, on(-1, "06:58"))],
};

/** The coat has come; the parcel with the knitwear lacks a part of the address. */
const wrongAddress: Journey = {
  destination: toEtienne.to,
  beats: [
    ...sent(toEtienne),
    { step: "arrived", place: gennevilliers, at: on(-2, "18:31") },
    { step: "address_problem", place: gennevilliers, at: on(-1, "04:37") },
    ...lastMile(toEtienne, onWorkday(2, "12:20")),
  ],
  expected: [expectedOn(1), expectedOn(2, on(-1, "04:50"))],
};

/** At the customs of the country it goes to. */
const atCustoms: Journey = {
  destination: toBrooklyn.to,
  beats: [
    ...sent(toBrooklyn),
    ...through(roissy),
    { step: "arrived", place: memphis, at: on(-1, "02:56") },
    { step: "customs_in", place: memphis, at: on(-1, "04:48") },
    { step: "customs_out", place: memphis, at: on(1, "11:20") },
    { step: "departed", place: memphis, at: on(1, "23:05") },
    ...lastMile(toBrooklyn, onWorkday(2, "13:24")),
  ],
  expected: [expectedOn(2)],
};

/** On the van when the demo begins, at the door three minutes later. */
const nearlyThere: Journey = {
  destination: toLille.to,
  beats: [...sent(toLille), ...through(...toLille.hubs), ...lastMile(toLille, whileWatched(-210, -95, 3))],
  expected: [expectedOn(0), expectedWithin(-30, 60, sinceLoaded(-95))],
  signedBy: "O. Rousseau",
};

/** A scan every minute or two. */
const moving: Journey = {
  destination: toRennes.to,
  beats: [
    ...sent(toRennes),
    { step: "arrived", place: roissy, at: sinceLoaded(-140) },
    { step: "departed", place: roissy, at: sinceLoaded(-55) },
    { step: "arrived", place: toRennes.centre, at: sinceLoaded(1) },
    ...lastMile(toRennes, whileWatched(2, 4, 25)),
  ],
  expected: [expectedOn(1), expectedWithin(10, 70, sinceLoaded(4))],
};

/** The label has not reached the carrier's computers. */
const unknownYet: Journey = {
  destination: toQuimper.to,
  beats: [
    { step: "label", place: workshop, at: on(1, "06:31") },
    { step: "picked_up", place: workshop, at: on(1, "17:10") },
    { step: "departed", place: workshop, at: on(1, "20:45") },
    ...through(roissy),
    ...lastMile(toQuimper, onWorkday(3, "11:36")),
  ],
  expected: [expectedOn(3, on(1, "17:10"))],
};

/** What Maison Alder's parcels go through. */
export const maisonAlderJourneys: Journeys = {
  "#0984": [arrives(toParis, -67, "11:26", { signedBy: "C. Fontaine" })],
  "#0998": [unheardOf],
  "#1016": [arrives(toParis, -20, "15:02", { leftAt: "reception" })],
  "#1018": [
    arrives(way(workshop, roissy, inFrance("Saint-Priest", "69800"), inFrance("Lyon", "69001")), -17, "10:41", {
      signedBy: "M. Lefèvre",
    }),
  ],
  "#1022": [back],
  "#1024": [
    arrives(
      way(workshop, roissy, inFrance("Poissy", "78300"), inFrance("Saint-Germain-en-Laye", "78100")),
      -9,
      "14:17",
      {
        signedBy: "A. de La Rochebrune",
      },
    ),
  ],
  "#1029": [late],
  "#1031": [arrives(toEtienne, -2, "12:08", { signedBy: "E. Moreau" }), wrongAddress],
  "#1033": [atCustoms],
  "#1036": [nearlyThere],
  "#1040": [
    arrives(
      way(workshop, brussels, inTheNetherlands("Amsterdam", "1101 BC"), inTheNetherlands("Amsterdam", "1013 GX")),
      2,
      "11:52",
    ),
  ],
  "#1041": [moving],
  "#1045": [unknownYet],
};
