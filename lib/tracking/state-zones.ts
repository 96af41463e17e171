type Zones = readonly string[];

/**
 * States and provinces whose country has several zones, by ISO 3166-2 code without the country. A second zone stands where
 * counties keep another time than the rest (IANA tz database); none at all for mail to the forces, which may be anywhere.
 */
export const STATE_ZONES: Readonly<Record<string, Readonly<Record<string, Zones>>>> = {
  US: {
    ...each("America/New_York", "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV"),
    ...each("America/Chicago", "AL AR IA IL LA MN MO MS OK WI"),
    ...each("America/Denver", "CO MT NM UT WY"),
    ...each("America/Los_Angeles", "CA WA NV"),
    AZ: ["America/Phoenix"],
    HI: ["Pacific/Honolulu"],
    AK: ["America/Anchorage", "America/Adak"],
    FL: ["America/New_York", "America/Chicago"],
    ID: ["America/Boise", "America/Los_Angeles"],
    IN: ["America/Indianapolis", "America/Chicago"],
    KS: ["America/Chicago", "America/Denver"],
    KY: ["America/New_York", "America/Chicago"],
    MI: ["America/Detroit", "America/Menominee"],
    ND: ["America/Chicago", "America/Denver"],
    NE: ["America/Chicago", "America/Denver"],
    OR: ["America/Los_Angeles", "America/Boise"],
    SD: ["America/Chicago", "America/Denver"],
    TN: ["America/Chicago", "America/New_York"],
    TX: ["America/Chicago", "America/Denver"],
    AA: [],
    AE: [],
    AP: [],
    AS: ["Pacific/Pago_Pago"],
    GU: ["Pacific/Guam"],
    MP: ["Pacific/Saipan"],
    PR: ["America/Puerto_Rico"],
    VI: ["America/St_Thomas"],
  },
  CA: {
    AB: ["America/Edmonton"],
    BC: ["America/Vancouver", "America/Edmonton", "America/Creston", "America/Fort_Nelson"],
    MB: ["America/Winnipeg"],
    NB: ["America/Moncton"],
    NL: ["America/St_Johns", "America/Goose_Bay"],
    NS: ["America/Halifax"],
    NT: ["America/Edmonton"],
    NU: ["America/Iqaluit", "America/Rankin_Inlet", "America/Cambridge_Bay", "America/Coral_Harbour"],
    ON: ["America/Toronto", "America/Winnipeg", "America/Coral_Harbour"],
    PE: ["America/Halifax"],
    QC: ["America/Toronto", "America/Halifax", "America/Blanc-Sablon"],
    SK: ["America/Regina", "America/Edmonton"],
    YT: ["America/Whitehorse"],
  },
  AU: {
    ACT: ["Australia/Sydney"],
    NSW: ["Australia/Sydney", "Australia/Adelaide", "Australia/Lord_Howe"],
    NT: ["Australia/Darwin"],
    QLD: ["Australia/Brisbane"],
    SA: ["Australia/Adelaide"],
    TAS: ["Australia/Hobart"],
    VIC: ["Australia/Melbourne"],
    WA: ["Australia/Perth"],
  },
  BR: {
    ...each("America/Sao_Paulo", "DF ES GO MG PR RJ RS SC SP"),
    ...each("America/Fortaleza", "CE MA PB PI RN"),
    ...each("America/Maceio", "AL SE"),
    AC: ["America/Rio_Branco"],
    AM: ["America/Manaus", "America/Eirunepe"],
    AP: ["America/Belem"],
    BA: ["America/Bahia"],
    MS: ["America/Campo_Grande"],
    MT: ["America/Cuiaba"],
    PA: ["America/Belem", "America/Santarem"],
    PE: ["America/Recife", "America/Noronha"],
    RO: ["America/Porto_Velho"],
    RR: ["America/Boa_Vista"],
    TO: ["America/Araguaina"],
  },
};

/** Where only a few named towns leave the state's first zone: any other town there is in no doubt. */
export const TOWNS_APART: Readonly<Record<string, readonly string[]>> = {
  "AU NSW": ["BROKEN HILL", "SILVERTON", "LORD HOWE ISLAND"],
  "CA SK": ["LLOYDMINSTER"],
};

/** Countries whose carriers keep one time, whatever else is on the map: by law (CN), or since they do not go there (UA). */
export const ONE_TIME: Readonly<Record<string, string>> = { CN: "Asia/Shanghai", UA: "Europe/Kiev" };

/** Zones of islands by the beginning of their postal codes; the mainland has every other code. */
export const POSTAL_ZONES: Readonly<
  Record<string, { readonly main: string; readonly apart: readonly [RegExp, string][] }>
> = {
  ES: { main: "Europe/Madrid", apart: [[/^(35|38)/, "Atlantic/Canary"]] },
  PT: {
    main: "Europe/Lisbon",
    apart: [
      [/^9[0-4]/, "Atlantic/Madeira"],
      [/^9[5-9]/, "Atlantic/Azores"],
    ],
  },
};

function each(zone: string, codes: string): Record<string, Zones> {
  return Object.fromEntries(codes.split(" ").map((code) => [code, [zone] as const]));
}
