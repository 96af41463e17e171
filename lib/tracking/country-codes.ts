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

/** Names in use that are not Unicode's English ones. */
const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ["america", "US"],
  ["czech republic", "CZ"],
  ["england", "GB"],
  ["great britain", "GB"],
  ["holland", "NL"],
  ["hong kong", "HK"],
  ["korea", "KR"],
  ["macau", "MO"],
  ["myanmar", "MM"],
  ["republic of korea", "KR"],
  ["russian federation", "RU"],
  ["the netherlands", "NL"],
  ["turkey", "TR"],
  ["united states of america", "US"],
  ["usa", "US"],
  ["viet nam", "VN"],
];

/** Georgia is a state, too, and far more often. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ...[...COUNTRIES.values()].filter((code) => code !== "GE").map((code) => [englishNameOf(code), code] as const),
  ...OTHER_NAMES,
]);

/** Countries that are one town, so that the name tells both. */
const TOWNS: ReadonlySet<string> = new Set(["GI", "HK", "MC", "MO", "SG"]);

/** The country of this English name, by two letters; null for any other word. */
export function alpha2Named(name: string): string | null {
  return NAMES.get(name.trim().toLowerCase()) ?? null;
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
  const told = alpha2Named(last) ?? (parts.length > 2 || last.toUpperCase() === known ? alpha2Of(last) : null);
  const isCountry = told !== null && (known === null || told === known);
  if (isCountry && !(parts.length === 1 && TOWNS.has(told))) parts.pop();
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

function englishNameOf(code: string): string {
  return new Intl.DisplayNames("en", { type: "region" }).of(code)?.toLowerCase() ?? code;
}
