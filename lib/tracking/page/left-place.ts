/** What carriers write for the place where they left a parcel, in small letters without marks. First the word that we have for it. */
const WRITTEN = {
  front_door: "front door|front door porch|front doorstep|doorstep|door|front entrance|building entrance|entrance",
  porch: "porch|front porch|veranda|verandah",
  back_door: "back door|rear door|back porch|rear",
  side_door: "side door|side entrance|side porch",
  garage: "garage|carport",
  garage_or_nearby: "garage or other location at address|garage other location at address",
  shed: "shed|bike shed|garden shed|shed or garage",
  garden: "garden|yard|back yard|backyard|front yard|front garden|back garden",
  patio: "patio|deck|terrace|patio deck|deck patio",
  mailbox: "mailbox|mail box|letterbox|letter box|mail slot|mailslot|post box",
  parcel_locker: "parcel locker|package locker|locker|parcel box|packstation",
  reception: "reception|receptionist|front desk|receptionist front desk|front desk reception|reception desk|office",
  front_desk_or_mail_room: "front desk reception mail room|front desk reception mailroom|front desk mail room",
  mail_room: "mail room|mailroom|post room",
  neighbour_or_front_desk: "neighbour or front desk|neighbor or front desk",
  neighbour: "neighbour|neighbor|next door",
  guard:
    "guard|security|security guard|guard or security station|security desk|concierge|doorman|porter|apartment office|leasing office|building manager",
  loading_dock: "dock|loading dock|receiving|receiving dock|shipping receiving",
  post_office: "post office|po box",
  person:
    "individual|in person|person|recipient|addressee|customer|met customer|met customer man|met customer woman|met customer man wom",
  household: "family member|household member|household|resident|member of household",
  agreed_place: "agreed place|agreed location|nominated place|preferred location",
  safe_place: "safe place|safeplace|secure location|safe location",
} as const;

export type LeftPlace = keyof typeof WRITTEN;

const isPlace = (text: string): text is LeftPlace => text in WRITTEN;
const PLACES: ReadonlyMap<string, LeftPlace> = new Map(
  Object.entries(WRITTEN).flatMap(([place, texts]) =>
    isPlace(place) ? texts.split("|").map((text) => [text, place] as const) : [],
  ),
);

/** "In/At Mailbox", "Left with Individual", "To Mail Room": how carriers begin. */
const BEGINNING = /^(?:(?:delivered|left|handed|in|at|on|to|with|by|inside|the|a|an)\s+)+/;

/**
 * The place where a parcel was left, as one of our own words, from what a carrier wrote. Null for whatever is not surely such
 * a place, since a name or a street may stand there; of a neighbour only that it was one.
 */
export function leftPlaceOf(text: string | null): LeftPlace | null {
  const [first = ""] = (text ?? "").toLowerCase().split(/[,;]/);
  const words = first
    .replaceAll(/[^a-z]+/g, " ")
    .trim()
    .replace(BEGINNING, "");
  return PLACES.get(words) ?? (/^neighbou?rs?\b/.test(words) ? "neighbour" : null);
}
