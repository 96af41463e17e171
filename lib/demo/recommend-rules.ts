import type { DemoSlug } from "./merchants.ts";

/**
 * What each demo shop says about recommendations, as a merchant would write it (`porchlight rules set recommend`): what goes
 * together by hand, and finer kinds than its catalogue has. Nobody is held out, so that a demo shows it to everybody.
 */
export const demoRecommendRules: Readonly<Record<DemoSlug, unknown>> = {
  "maison-alder": {
    pinned: [
      ...goesWith("MA-COAT-WRAP", ["MA-SCARF-CASH", "MA-HAT-FELT", "MA-GLOVE-LAMB"]),
      ...goesWith("MA-BOOT-CHELSEA", ["MA-BELT-OAK", "MA-TROUSER-PLEAT", "MA-SCARF-CASH"]),
      ...goesWith("MA-GLOVE-LAMB", ["MA-HAT-FELT"]),
      ...goesWith("MA-DRESS-SLIP", ["MA-BAG-TOP", "MA-SCARF-CASH"]),
      ...goesWith("MA-KNIT-ROLL", ["MA-CARE-WASH", "MA-TROUSER-PLEAT"]),
    ],
    never: [{ from: "MA-COAT-WRAP", to: "MA-DRESS-SLIP" }],
    holdOut: 0,
  },
  voltgarten: {
    pinned: [
      ...goesWith("VG-TT-33", ["VG-HP-200"]),
      ...goesWith("VG-KB-75", ["VG-LAMP-3", "VG-CAB-2M"]),
      ...goesWith("VG-CAM-35", ["VG-PB-20"]),
      ...goesWith("VG-HP-200", ["VG-MIC-1"]),
      ...goesWith("VG-LAMP-3", ["VG-KB-75"]),
    ],
    categories: [
      { name: "Headphones", skus: ["VG-HP-200"] },
      { name: "Speakers", skus: ["VG-SPK-6"] },
      { name: "Turntables", skus: ["VG-TT-33"] },
      { name: "Microphones", skus: ["VG-MIC-1"] },
      { name: "Lamps", skus: ["VG-LAMP-3"] },
    ],
    holdOut: 0,
  },
  "alishan-tea": {
    pinned: [
      ...goesWith("AT-OOLONG-GS", ["AT-GAIWAN", "AT-CUP-PAIR", "AT-SCOOP"]),
      ...goesWith("AT-GAIWAN", ["AT-CUP-PAIR", "AT-PITCHER", "AT-SCOOP"]),
      ...goesWith("AT-POT-CLAY", ["AT-SCOOP"]),
    ],
    categories: [
      { name: "壺與蓋碗", skus: ["AT-POT-CLAY", "AT-GAIWAN"] },
      { name: "公道杯", skus: ["AT-PITCHER"] },
      { name: "品茗杯", skus: ["AT-CUP-PAIR"] },
    ],
    holdOut: 0,
  },
};

function goesWith(from: string, others: readonly string[]) {
  return others.map((to) => ({ from, to }));
}
