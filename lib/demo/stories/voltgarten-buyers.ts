import { buyer } from "./buyer.ts";

/** Who buys there. */
export const voltgartenBuyers = {
  juergen: buyer("Jürgen Großmann", "juergen.grossmann@example.com", ["Venloer Straße 241", "Köln", "50823", "DE"], {
    phone: "+49 221 4710 318",
    acceptsMarketing: true,
  }),
  aylin: buyer("Aylin Yıldız", "aylin.yildiz@example.com", ["Bahrenfelder Straße 66", "Hamburg", "22765", "DE"]),
  krzysztof: buyer("Krzysztof Brzęczyszczykowski", "krzysztof.brzeczyszczykowski@example.com", [
    "ul. Świdnicka 12/7",
    "Wrocław",
    "50-068",
    "PL",
  ]),
  lena: buyer("Lena Hoffmann", "lena.hoffmann@example.com", ["Karl-Heine-Straße 54", "Leipzig", "04229", "DE"]),
  studio: buyer(
    "Studio Kettwig GmbH, Podcast-Abteilung, z. Hd. Frau Dr. Charlotte von Hohenfels-Lindenberg",
    "einkauf.kettwig@example.com",
    ["Ruhrtalstraße 19, Hinterhof, Aufgang 2", "Essen", "45219", "DE"],
  ),
  sven: buyer("Sven Petersen", "sven.petersen@example.com", ["Holstenstraße 8", "Kiel", "24103", "DE"]),
  mira: buyer("Mira Steiner", "mira.steiner@example.com", ["Neubaugasse 33/11", "Wien", "1070", "AT"]),
  phoneOrder: buyer("Herbert Wolff", null, ["Am Mühlbach 3", "Bad Tölz", "83646", "DE"]),
  marcus: buyer(
    "Marcus Bellamy",
    "marcus.bellamy@example.com",
    ["1908 South Congress Avenue", "Austin", "78704", "US"],
    { region: "TX", phone: "+1 512 555 0176" },
  ),
  nadia: buyer("Nadia El Amrani", "nadia.elamrani@example.com", ["Oranienstraße 190", "Berlin", "10999", "DE"], {
    phone: "+49 30 23125 146",
  }),
  tobias: buyer("Tobias Reinhardt", "tobias.reinhardt@example.com", ["Johannisstraße 87", "Nürnberg", "90419", "DE"]),
  ilse: buyer("Ilse Baumgartner", "ilse.baumgartner@example.com", ["Gerberau 15", "Freiburg", "79098", "DE"]),
  emre: buyer("Emre Demir", "emre.demir@example.com", ["Jungbuschstraße 20", "Mannheim", "68159", "DE"]),
  fatma: buyer("Fatma Aydın", "fatma.aydin@example.com", ["Ostertorsteinweg 61", "Bremen", "28203", "DE"]),
  greta: buyer("Greta Häberle", "greta.haeberle@example.com", ["Reinsburgstraße 104", "Stuttgart", "70178", "DE"], {
    phone: "+49 711 550 118",
  }),
  anna: buyer("Anna Kowalczyk", "anna.kowalczyk@example.com", ["Alaunstraße 36", "Dresden", "01099", "DE"]),
  jonas: buyer("Jonas Feld", "jonas.feld@example.com", ["Dortustraße 52", "Potsdam", "14467", "DE"]),
  paul: buyer("Paul Ott", "paul.ott@example.com", ["Marienplatz 5", "Ravensburg", "88212", "DE"]),
};
