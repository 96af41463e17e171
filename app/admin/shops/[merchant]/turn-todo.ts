"use server";

import { requireMember } from "#lib/server/desk-access.ts";
import type { TurnTold } from "#lib/server/told-of-turn.ts";
import { turnedTodo } from "#lib/server/turned-todo.ts";
import type { TurnFields } from "#lib/use-cases/desk/read-turn.ts";

/** Assigns, snoozes, resolves or reopens without leaving the page; what is told has a way to take it back. */
export async function turnTodo(slug: string, itemId: string, fields: TurnFields): Promise<TurnTold> {
  const visit = await requireMember(slug, "/admin/shops/[merchant]/todo/[item]/turn");
  return turnedTodo(visit, itemId, fields);
}
