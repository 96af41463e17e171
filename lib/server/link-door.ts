import { z } from "zod";
import type { LinkDoor } from "#db/queries/links.ts";

/** Our own note on a request: what the door of its link says, so that the page need not ask again. */
export const DOOR_HEADER = "x-porchlight-door";

const door = z.tuple([z.uuid(), z.uuid()]).transform(([merchantId, linkId]): LinkDoor => ({ merchantId, linkId }));

/** A door as it stands in `DOOR_HEADER`. */
export function doorText({ merchantId, linkId }: LinkDoor): string {
  return `${merchantId} ${linkId}`;
}

/** The door of a request's link, or null where there is no note. It is a hint: the link behind it still has to fit the token. */
export function doorNoted(headers: Pick<Headers, "get">): LinkDoor | null {
  return door.safeParse(headers.get(DOOR_HEADER)?.split(" ")).data ?? null;
}
