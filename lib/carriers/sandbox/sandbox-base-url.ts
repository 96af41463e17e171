import type { Player } from "./players.ts";

/** What an account of a carrier has as its base URL, as the carrier's own ends: UPS with `/api`, the others without a path. */
export function sandboxBaseUrl(sandboxUrl: string, carrier: Player): string {
  return `${sandboxUrl}/${carrier}${carrier === "ups" ? "/api" : ""}`;
}
