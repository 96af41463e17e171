import { type Journey, type Journeys, on, sinceLoaded, sinceShipped, workday } from "./journey.ts";
import { inAustria, inGermany, inPoland, inTheEast, inTheMiddleWest } from "./places.ts";
import { arrives, expectedOn, lastMile, onWorkday, sent, through, way } from "./ways.ts";

const depot = inGermany("Ludwigsfelde", "14974");
const leipzig = inGermany("Leipzig", "04435");
const berlin = inGermany("Berlin", "12529");
const hannover = inGermany("Langenhagen", "30855");
const frankfurt = inGermany("Neu-Isenburg", "63263");
const columbus = inTheEast("Columbus", "43228", "OH");

const toNaomi = way(depot, berlin, inGermany("Berlin", "10961"));
const toHamburg = way(depot, hannover, inGermany("Hamburg", "22525"), inGermany("Hamburg", "22765"));
const toNuremberg = way(depot, frankfurt, inGermany("Nürnberg", "90471"), inGermany("Nürnberg", "90419"));
const toFreiburg = way(depot, leipzig, inGermany("Freiburg", "79108"), inGermany("Freiburg", "79098"));
const toWroclaw = way(depot, inPoland("Kobierzyce", "55-040"), inPoland("Wrocław", "50-068"));
const toMannheim = way(depot, inGermany("Mannheim", "68219"), inGermany("Mannheim", "68159"));
const toBremen = way(depot, hannover, inGermany("Bremen", "28307"), inGermany("Bremen", "28203"));
const toLeipzig = way(depot, leipzig, inGermany("Leipzig", "04229"));
const toStuttgart = way(depot, frankfurt, inGermany("Kornwestheim", "70806"), inGermany("Stuttgart", "70178"));
const toTolz = way(depot, leipzig, inGermany("Holzkirchen", "83607"), inGermany("Bad Tölz", "83646"));
const toDresden = way(depot, inGermany("Ottendorf-Okrilla", "01458"), inGermany("Dresden", "01099"));
const toPotsdam = way(depot, inGermany("Teltow", "14513"), inGermany("Potsdam", "14467"));

/** The carrier gave up looking for it. */
const lost: Journey = {
  destination: toNuremberg.to,
  beats: [
    ...sent(toNuremberg),
    { step: "arrived", place: frankfurt, at: on(-12, "03:44") },
    { step: "departed", place: frankfurt, at: on(-12, "22:10") },
    { step: "delay_operations", place: toNuremberg.centre, at: on(-10, "19:25") },
    { step: "lost", place: toNuremberg.centre, at: workday(-2, "15:12") },
  ],
  expected: [expectedOn(-10), expectedOn(-8, on(-10, "19:30"))],
};

/** Refused at the door, on its way back. */
const refused: Journey = {
  destination: toFreiburg.to,
  beats: [
    ...sent(toFreiburg),
    ...through(leipzig),
    { step: "at_destination", place: toFreiburg.centre, at: workday(-7, "05:51") },
    { step: "out_for_delivery", place: toFreiburg.to, at: workday(-7, "08:30") },
    { step: "refused", place: toFreiburg.to, at: workday(-7, "12:44") },
    { step: "return_started", place: toFreiburg.centre, at: workday(-5, "09:10") },
    { step: "returned", place: depot, at: workday(2, "10:25") },
  ],
  expected: [expectedOn(-7)],
};

/** Snow on the way; the carrier names a new day, five after the first. */
const snowedIn: Journey = {
  destination: toWroclaw.to,
  beats: [
    ...sent(toWroclaw),
    { step: "arrived", place: inPoland("Świecko", "69-100"), at: on(-5, "02:15") },
    { step: "delay_weather", place: inPoland("Świecko", "69-100"), at: on(-3, "05:34") },
    { step: "departed", place: inPoland("Świecko", "69-100"), at: on(1, "03:10") },
    ...lastMile(toWroclaw, onWorkday(2, "12:31")),
  ],
  expected: [expectedOn(-2), expectedOn(2, on(-3, "05:50"))],
};

/** The order was called off when the label was printed already. */
const calledOff: Journey = {
  destination: toMannheim.to,
  beats: [
    { step: "label", place: depot, at: sinceShipped(-12) },
    { step: "cancelled", place: depot, at: on(-7, "13:26") },
  ],
  expected: [],
};

/** Nobody was home; it waits round the corner. */
const toCollect: Journey = {
  destination: toBremen.to,
  beats: [
    ...sent(toBremen),
    { step: "arrived", place: toBremen.centre, at: on(-5, "04:04") },
    { step: "out_for_delivery", place: toBremen.to, at: workday(-4, "09:02") },
    { step: "attempt_not_home", place: toBremen.to, at: workday(-4, "13:05") },
    { step: "held_for_pickup", place: toBremen.to, at: workday(-2, "09:52") },
  ],
  expected: [expectedOn(-4)],
  pickupPoint: { name: "Kiosk am Sielwall", street: "Ostertorsteinweg 88" },
};

/** Nobody was home; the driver comes again. */
const missed: Journey = {
  destination: toStuttgart.to,
  beats: [
    ...sent(toStuttgart),
    ...through(frankfurt),
    { step: "at_destination", place: toStuttgart.centre, at: workday(-1, "05:29") },
    { step: "out_for_delivery", place: toStuttgart.to, at: workday(-1, "08:31") },
    { step: "attempt_not_home", place: toStuttgart.to, at: workday(-1, "14:20") },
    { step: "out_for_delivery", place: toStuttgart.to, at: workday(1, "08:26") },
    { step: "delivered", place: toStuttgart.to, at: workday(1, "12:40") },
  ],
  expected: [expectedOn(-1), expectedOn(1, workday(-1, "14:32"))],
};

/** Printed; the van comes tomorrow. */
const printed: Journey = {
  destination: toDresden.to,
  beats: [
    { step: "label", place: depot, at: sinceShipped(-32) },
    { step: "picked_up", place: depot, at: workday(1, "17:05") },
    { step: "departed", place: depot, at: workday(1, "20:40") },
    ...lastMile(toDresden, onWorkday(3, "10:33")),
  ],
  expected: [],
};

/** Printed; the van comes while one watches. */
const pickedUpSoon: Journey = {
  destination: toPotsdam.to,
  beats: [
    { step: "label", place: depot, at: sinceShipped(-25) },
    { step: "picked_up", place: depot, at: sinceLoaded(2) },
    { step: "departed", place: depot, at: sinceLoaded(7) },
    { step: "arrived", place: berlin, at: sinceLoaded(15) },
    { step: "departed", place: berlin, at: sinceLoaded(40) },
    ...lastMile(toPotsdam, onWorkday(1, "12:15")),
  ],
  expected: [expectedOn(1, sinceLoaded(2))],
};

/** What Voltgarten's parcels go through. */
export const voltgartenJourneys: Journeys = {
  "VG-88104": [
    arrives(way(depot, hannover, inGermany("Köln", "51147"), inGermany("Köln", "50823")), -16, "13:33", {
      signedBy: "J. Großmann",
    }),
  ],
  "VG-88106": [arrives(toNaomi, -15, "12:19", { signedBy: "N. Adler" })],
  "VG-88109": [arrives(toHamburg, -15, "11:04", { signedBy: "A. Yıldız" })],
  "VG-88113": [lost],
  "VG-88115": [refused],
  "VG-88117": [snowedIn],
  "VG-88118": [calledOff],
  "VG-88119": [toCollect],
  "VG-88120": [arrives(toLeipzig, -1, "14:26", { signedBy: "L. Hoffmann" }), arrives(toLeipzig, 1, "13:08")],
  "VG-88121": [missed],
  "VG-88122": [arrives(way(depot, hannover, inGermany("Essen", "45329"), inGermany("Essen", "45219")), 1, "10:37")],
  "VG-88125": [
    arrives(way(depot, leipzig, inAustria("Wals-Siezenheim", "5071"), inAustria("Salzburg", "5020")), 1, "11:15"),
  ],
  "VG-88126": [arrives(toTolz, 1, "10:20", { laterFault: "outage" })],
  "VG-88128": [
    arrives(
      way(
        columbus,
        inTheEast("Columbus", "43218", "OH"),
        inTheMiddleWest("Coppell", "75099", "TX"),
        inTheMiddleWest("Austin", "78710", "TX"),
        inTheMiddleWest("Austin", "78704", "TX"),
      ),
      2,
      "13:41",
    ),
  ],
  "VG-88129": [arrives(way(depot, leipzig, berlin, inGermany("Berlin", "10961")), 1, "11:48")],
  "VG-88131": [printed],
  "VG-88132": [pickedUpSoon],
};
