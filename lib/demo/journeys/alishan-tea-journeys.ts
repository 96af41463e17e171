import { type Journey, type Journeys, on, sinceLoaded, sinceShipped } from "./journey.ts";
import { inAlaska, inGermany, inHongKong, inJapan, inSweden, inTaiwan, inTheEast, inTheWest } from "./places.ts";
import { arrives, expectedOn, expectedWithin, lastMile, onWorkday, sent, through, way, whileWatched } from "./ways.ts";

const teaHouse = inTaiwan("Chiayi City", "600");
const taichung = inTaiwan("Taichung City", "407");
const taoyuan = inTaiwan("Taoyuan City", "337");
const anchorage = inAlaska("Anchorage", "99519", "AK");
const cincinnati = inTheEast("Hebron", "41048", "KY");
const leipzig = inGermany("Leipzig", "04435");
const kansai = inJapan("Izumisano", "598-0031");

const portland = [inTheWest("Portland", "97218", "OR"), inTheWest("Portland", "97202", "OR")] as const;
const toMarshall = way(teaHouse, taoyuan, anchorage, ...portland);
const toMarshallByDhl = way(teaHouse, taoyuan, cincinnati, ...portland);
const toGothenburg = way(teaHouse, taoyuan, leipzig, inSweden("Landvetter", "438 80"), inSweden("Göteborg", "413 04"));
const toKaohsiung = way(teaHouse, inTaiwan("Kaohsiung City", "806"), inTaiwan("Kaohsiung City", "803"));
const toKyoto = way(teaHouse, taoyuan, kansai, inJapan("Kyoto", "601-8103"), inJapan("Kyoto", "604-0932"));
const toMiaoli = way(teaHouse, taichung, inTaiwan("Toufen City", "351"), inTaiwan("Miaoli City", "360"));
const toHongKong = way(teaHouse, taoyuan, inHongKong("Hong Kong", "999077"), inHongKong("Kowloon", "999077"));

/** Customs let it pass. */
function monthly(day: number, more: Pick<Journey, "signedBy" | "leftAt">): Journey {
  return {
    destination: toMarshall.to,
    beats: [
      ...sent(toMarshall),
      ...through(taoyuan),
      { step: "arrived", place: anchorage, at: on(day - 2, "14:05") },
      { step: "customs_in", place: anchorage, at: on(day - 2, "15:32") },
      { step: "customs_out", place: anchorage, at: on(day - 2, "19:50") },
      ...lastMile(toMarshall, onWorkday(day, "13:12")),
    ],
    expected: [expectedOn(day)],
    ...more,
  };
}

/** Over the ocean. */
const thisMonth: Journey = {
  destination: toMarshallByDhl.to,
  beats: [
    ...sent(toMarshallByDhl),
    { step: "arrived", place: taoyuan, at: on(-3, "23:14") },
    { step: "departed", place: taoyuan, at: on(-2, "04:30") },
    { step: "arrived", place: cincinnati, at: on(-2, "22:48") },
    { step: "customs_in", place: cincinnati, at: on(1, "06:20") },
    { step: "customs_out", place: cincinnati, at: on(1, "10:05") },
    ...lastMile(toMarshallByDhl, onWorkday(2, "11:44")),
  ],
  expected: [expectedOn(2)],
};

/** Customs ask for papers. */
const papersMissing: Journey = {
  destination: toGothenburg.to,
  beats: [
    ...sent(toGothenburg),
    ...through(taoyuan),
    { step: "arrived", place: leipzig, at: on(-3, "02:36") },
    { step: "customs_in", place: leipzig, at: on(-3, "05:10") },
    { step: "customs_documents", place: leipzig, at: on(-2, "03:48") },
  ],
  expected: [expectedOn(-1), expectedOn(3, on(-2, "04:00"))],
};

/** The glass pitcher did not survive the sorting. */
const broken: Journey = {
  destination: toKaohsiung.to,
  beats: [
    ...sent(toKaohsiung),
    { step: "arrived", place: toKaohsiung.centre, at: on(-2, "01:20") },
    { step: "damaged", place: toKaohsiung.centre, at: on(-2, "04:12") },
  ],
  expected: [expectedOn(0)],
};

const onTheVan: Journey = {
  destination: toKyoto.to,
  beats: [
    ...sent(toKyoto),
    ...through(taoyuan),
    { step: "arrived", place: kansai, at: on(-1, "01:34") },
    { step: "customs_in", place: kansai, at: on(-1, "03:10") },
    { step: "customs_out", place: kansai, at: on(-1, "09:25") },
    ...lastMile(toKyoto, whileWatched(-220, -130, 55)),
  ],
  expected: [expectedOn(0), expectedWithin(-10, 110, sinceLoaded(-130))],
};

/** The birthday present comes while one watches. */
const present: Journey = {
  destination: toMiaoli.to,
  beats: [...sent(toMiaoli), ...through(taichung), ...lastMile(toMiaoli, whileWatched(-30, 2, 6))],
  expected: [expectedOn(0), expectedWithin(3, 63, sinceLoaded(2))],
  signedBy: "H. Chen",
};

/** Fetched, and not seen in a hub yet. */
const fetched: Journey = {
  destination: toHongKong.to,
  beats: [
    { step: "label", place: teaHouse, at: sinceShipped(-170) },
    { step: "picked_up", place: teaHouse, at: sinceShipped(0) },
    { step: "departed", place: teaHouse, at: sinceLoaded(70) },
    ...through(taoyuan),
    ...lastMile(toHongKong, onWorkday(3, "15:18")),
  ],
  expected: [expectedOn(3)],
};

/** What the tea house's parcels go through. */
export const alishanTeaJourneys: Journeys = {
  "AT-5430": [monthly(-58, { leftAt: "porch" })],
  "AT-5481": [monthly(-28, { signedBy: "M. Bennett" })],
  "AT-5511": [
    arrives(way(teaHouse, taichung, inTaiwan("Taipei City", "114"), inTaiwan("Taipei City", "106")), -17, "11:20", {
      signedBy: "Y. Lin",
    }),
  ],
  "AT-5518": [
    arrives(way(teaHouse, taichung, inTaiwan("Taichung City", "403")), -11, "15:20", { leftAt: "reception" }),
  ],
  "AT-5524": [
    arrives(
      way(teaHouse, taichung, inTaiwan("New Taipei City", "248"), inTaiwan("New Taipei City", "235")),
      -2,
      "14:06",
      {
        leftAt: "reception",
      },
    ),
  ],
  "AT-5527": [papersMissing],
  "AT-5531": [broken, arrives(toKaohsiung, 1, "11:09")],
  "AT-5536": [thisMonth],
  "AT-5537": [onTheVan],
  "AT-5540": [present],
  "AT-5549": [arrives(way(teaHouse, inTaiwan("Tainan City", "709"), inTaiwan("Tainan City", "700")), 1, "10:52")],
  "AT-5551": [null],
  "AT-5553": [fetched],
};
