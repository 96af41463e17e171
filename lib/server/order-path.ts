import "server-only";
import * as z from "zod";
import type { OrderId } from "#lib/kernel/ids.ts";
import { deskPath } from "./desk-doors.ts";

const uuid = z.uuid();

/** The order of an address; null for what is no id. */
export function orderIdFrom(text: string): OrderId | null {
  return uuid.safeParse(text).data ?? null;
}

/** Where an order is at the desk; the list for what is no id. */
export function orderPath(slug: string, order: string): string {
  const list = deskPath("/admin/shops/[merchant]/orders", slug);
  const id = orderIdFrom(order);
  return id === null ? list : `${list}/${id}`;
}
