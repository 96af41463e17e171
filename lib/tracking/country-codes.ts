/** Three letters and the two for the same country. Source: ISO 3166-1; Kosovo by common use. */
const COUNTRIES: ReadonlyMap<string, string> = new Map(
  `
  ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ BDIBI
  BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT
  BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU
  CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET
  FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR
  GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR
  IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB
  LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH
  MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE
  NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL
  PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ
  SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC
  TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY
  USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS XKXXK YEMYE ZAFZA ZMBZM ZWEZW
  `
    .trim()
    .split(/\s+/)
    .map((both) => [both.slice(0, 3), both.slice(3)]),
);

/** The country by two letters, of three or two (some carriers write UK); null for anything else, names included. */
export function alpha2Of(country: string | null): string | null {
  const code = (country ?? "").toUpperCase();
  if (code === "UK") return "GB";
  return COUNTRIES.get(code) ?? (/^[A-Z]{2}$/.test(code) ? code : null);
}

/** Names in use that are neither Unicode's nor, for USPS, as its International Mail Manual lists them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  CN: "china peoples republic of, china people's republic of, china peoples republic",
  CZ: "czech republic, czech republic the, the czech republic",
  ES: "espana",
  GB: "uk, england, scotland, wales, northern ireland, great britain, great britain and northern ireland, united kingdom of great britain and northern ireland",
  HK: "hong kong",
  IT: "italia",
  KR: "korea, republic of korea, korea republic of, korea republic of south korea, korea republic of south k",
  MM: "myanmar, burma",
  MO: "macao, macau",
  NL: "holland, the netherlands, netherlands the",
  RU: "russian federation, russian federation the",
  TR: "turkey",
  TW: "taiwan china",
  US: "america, usa, united states of america",
  VN: "viet nam",
};

/** The languages in which carriers write of countries: English, then those of DHL's divisions. In Spanish Granada is one. */
const LANGUAGES = ["en", "de", "nl", "fr", "pl", "cs"];

let names: ReadonlyMap<string, string> | null = null;

/** Made when the first name is asked for: most replies have letters. A word of two languages means what the first one says. */
function namesOfCountries(): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const others = Object.entries(OTHER_NAMES).flatMap(([code, list]) => list.split(", ").map((name) => [name, code]));
  const inLanguages = LANGUAGES.flatMap((language) => {
    const display = new Intl.DisplayNames(language, { type: "region" });
    return [...COUNTRIES.values()].map((code) => [display.of(code) ?? code, code]);
  });
  for (const [name = "", code = ""] of [...others, ...inLanguages]) {
    if (!known.has(keyOf(name))) known.set(keyOf(name), code);
  }
  return known;
}

/** Capitals, accents and punctuation tell no names apart: "Korea, Republic of" and "KOREA REPUBLIC OF". */
function keyOf(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("&", " and ");
  return plain.replaceAll(/[^\p{L}]+/gu, " ").trim();
}

/** Countries that are one town, so that the name tells both. */
const TOWNS: ReadonlySet<string> = new Set(["GI", "HK", "LU", "MC", "MO", "SG"]);

/** The country of this name, in English or a language of DHL's, by two letters; null for any other word. */
export function alpha2Named(name: string): string | null {
  names ??= namesOfCountries();
  return names.get(keyOf(name)) ?? null;
}

/** The same for a word in a line about a place: Georgia is a state there, far more often. */
export function countryInLine(word: string): string | null {
  const country = alpha2Named(word);
  return country === "GE" ? null : country;
}

/** Whether a country is one town, so that its name alone tells the town, too. */
export function isOneTown(country: string): boolean {
  return TOWNS.has(country);
}

type Line = { readonly town: string | null; readonly region: string | null; readonly country: string | null };

/** Countries where carriers write "City, STATE". */
const WITH_STATES: ReadonlySet<string> = new Set(["US", "CA", "AU"]);

/**
 * The town, the state and the country in a carrier's own line: "Memphis, TN, US", "New Delhi, India", "Germany". `known` is the
 * country where it is told beside the line, and may end it as letters of its own ("DONGGUAN CN"). A first part with a number
 * may be a street, which we never keep.
 */
export function placeInLine(line: string | null, known: string | null): Line {
  const parts = withoutLetters(line ?? "", known)
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  const told = countryInLine(last) ?? (parts.length > 2 || last.toUpperCase() === known ? alpha2Of(last) : null);
  const isCountry = told !== null && (known === null || told === known);
  if (isCountry && !(parts.length === 1 && isOneTown(told))) parts.pop();
  const country = known ?? told;
  const [first = null, ...rest] = parts;
  const state = rest.find((part) => /^[A-Z]{2,3}$/.test(part)) ?? null;
  return {
    town: first === null || /\d/.test(first) ? null : first,
    region: country !== null && WITH_STATES.has(country) ? state : null,
    country,
  };
}

function withoutLetters(line: string, country: string | null): string {
  return country !== null && line.trimEnd().endsWith(` ${country}`) ? line.trimEnd().slice(0, -country.length) : line;
}
