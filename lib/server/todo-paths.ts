import { deskPath } from "./desk-doors.ts";

type Form = "ask" | "give" | "settle" | "turn" | "write";

/** Where the queue is. */
export function queuePath(slug: string): string {
  return deskPath("/admin/shops/[merchant]", slug);
}

/** Where one thing of the queue is, and its forms below it. */
export function todoPath(slug: string, itemId: string, form?: Form): string {
  const page = deskPath("/admin/shops/[merchant]/todo/[item]", slug).replace("[item]", encodeURIComponent(itemId));
  return form === undefined ? page : `${page}/${form}`;
}
