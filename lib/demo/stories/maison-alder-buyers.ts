import { buyer } from "./buyer.ts";

/** Who buys there. */
export const maisonAlderBuyers = {
  margaux: buyer("Margaux Lefèvre", "margaux.lefevre@example.com", ["18 rue des Capucins", "Lyon", "69001", "FR"], {
    phone: "+33 4 65 71 00 18",
    acceptsMarketing: true,
  }),
  anneSophie: buyer(
    "Anne-Sophie Marie Joséphine de La Rochebrune-Montbéliard",
    "anne-sophie.de.la.rochebrune-montbeliard@example.com",
    [
      "Résidence Les Jardins de l’Observatoire, bâtiment C, 3e étage, 114 avenue du Général-Leclerc",
      "Saint-Germain-en-Laye",
      "78100",
      "FR",
    ],
    { acceptsMarketing: false },
  ),
  etienne: buyer("Étienne Moreau", "etienne.moreau@example.com", ["7 passage du Grand Cerf", "Paris", "75002", "FR"], {
    phone: "+33 1 99 00 42 07",
  }),
  eleanor: buyer(
    "Eleanor Whitcombe",
    "eleanor.whitcombe@example.com",
    ["212 Carroll Street, Apt 4B", "Brooklyn", "11231", "US"],
    { region: "NY", phone: "+1 718 555 0148", acceptsMarketing: true },
  ),
  camille: buyer("Camille Rousseau", "camille.rousseau@example.com", [
    "5 quai des Chartrons",
    "Bordeaux",
    "33000",
    "FR",
  ]),
  ines: buyer("Inès Dubois", "ines.dubois@example.com", ["31 rue Sainte", "Marseille", "13001", "FR"], {
    phone: "+33 1 99 00 31 13",
  }),
  giulia: buyer("Giulia Ferraro", "giulia.ferraro@example.com", ["Via Solferino 22", "Milano", "20121", "IT"], {
    region: "MI",
  }),
  atelier: buyer("Atelier Nord Styling, Sanne de Wit", "sanne@example.com", [
    "Brouwersgracht 96",
    "Amsterdam",
    "1013 GX",
    "NL",
  ]),
  guest: buyer(null, "guest-4471@example.com", ["2 place de la Liberté", "Rennes", "35000", "FR"]),
  oliver: buyer(
    "Oliver Ashcombe",
    "oliver.ashcombe@example.com",
    ["14 Lamb’s Conduit Street", "London", "WC1N 3LL", "GB"],
    { phone: "+44 20 7946 0214" },
  ),
  hugo: buyer("Hugo Lambert", "hugo.lambert@example.com", ["23 quai des Bateliers", "Strasbourg", "67000", "FR"]),
  clemence: buyer("Clémence Aubert", "clemence.aubert@example.com", ["8 rue des Filatiers", "Toulouse", "31000", "FR"]),
  jeanne: buyer("Jeanne Kerbrat", "jeanne.kerbrat@example.com", ["4 rue du Frout", "Quimper", "29000", "FR"]),
  thomas: buyer("Thomas Girard", "thomas.girard@example.com", ["40 cours Franklin-Roosevelt", "Nantes", "44000", "FR"]),
};
