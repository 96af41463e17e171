import type { RemedySaid } from "#components/tracking/chosen-remedy.tsx";
import type { DialsSaid } from "#components/tracking/dials.tsx";
import type { AddressTry } from "#components/tracking/full-address.tsx";
import type { ReceivedSaid } from "#components/tracking/received.tsx";

type Query = Readonly<Record<string, string | string[] | undefined>>;
export type Said = {
  readonly dials: DialsSaid | null;
  readonly address: AddressTry | null;
  readonly remedy: RemedySaid | null;
  readonly received: ReceivedSaid | null;
};

const DIALS = ["open", "saved", "refused", "limited"] as const;
const RECEIVED = ["missing", "wrong"] as const;
const REMEDY = ["chosen", "taken_back", "refused", "limited"] as const;
/** A wait longer than this is no limit of ours. */
const LONGEST_WAIT = 1_440;

/**
 * Whether the settings were asked for and how the forms of a page were taken last, as the address of the page says: words of
 * ours and minutes, nothing personal.
 */
export function readSaid({ dials, address, remedy, received }: Query): Said {
  const said = DIALS.find((word) => word === dials) ?? null;
  const taken = REMEDY.find((word) => word === remedy) ?? null;
  return {
    dials: said,
    address: addressTry(address),
    remedy: taken,
    received: RECEIVED.find((word) => word === received) ?? null,
  };
}

function addressTry(said: Query[string]): AddressTry | null {
  if (said === "wrong") return { kind: "wrong" };
  if (typeof said !== "string" || !/^\d{1,4}$/.test(said)) return null;
  const minutes = Number(said);
  return minutes >= 1 && minutes <= LONGEST_WAIT ? { kind: "wait", minutes } : null;
}
