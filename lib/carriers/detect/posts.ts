/** The carrier of a country's international post. UPU S10 numbers end with the country; DHL tracks those of the German post. */
const POSTS: Readonly<Record<string, string>> = {
  AT: "austrian-post",
  AU: "australia-post",
  BE: "bpost",
  BR: "correios",
  CA: "canada-post",
  CH: "swiss-post",
  CN: "china-post",
  CZ: "czech-post",
  DE: "dhl",
  DK: "postnord",
  ES: "correos",
  FI: "posti",
  FR: "la-poste",
  GB: "royal-mail",
  HK: "hongkong-post",
  IE: "an-post",
  IN: "india-post",
  IT: "poste-italiane",
  JP: "japan-post",
  KR: "korea-post",
  MY: "pos-malaysia",
  NL: "postnl",
  NO: "posten",
  NZ: "nz-post",
  PL: "poczta-polska",
  PT: "ctt",
  SE: "postnord",
  SG: "singpost",
  TH: "thailand-post",
  TW: "chunghwa-post",
  US: "usps",
};

/** The carrier of a country (two letters, capitals): its usual short name, else `post-` and the country. */
export function postOf(country: string): string {
  return POSTS[country] ?? `post-${country.toLowerCase()}`;
}
