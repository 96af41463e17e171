import "server-only";
import { cookies } from "next/headers";
import * as z from "zod";
import { openedText, sealedText } from "#lib/use-cases/seals/sealed-text.ts";
import { context } from "./context.ts";
import { cookieGuards } from "./web-env.ts";

type Fields = Readonly<Record<string, string>>;

const NAME = "desk-form";
const SECONDS = 120;
const LONGEST_VALUE = 300;
const LONGEST_COOKIE = 3_800;
const fields = z.record(z.string(), z.string());

/**
 * The `Set-Cookie` that carries what was typed back to its form: sealed, for two minutes, so that no address holds it.
 * Never hand a password in. `form` is the path of its page.
 */
export function carry(form: string, typed: Fields): string {
  const cut = Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, value.slice(0, LONGEST_VALUE)]));
  const sealed = sealedText(context().keys, JSON.stringify(cut), `desk form ${form}`);
  return cookie(sealed.length > LONGEST_COOKIE ? "" : sealed, SECONDS);
}

/** Takes away what was carried. */
export function carryNothing(): string {
  return cookie("", 0);
}

/** What was typed into this form last; empty where there is nothing, or something that is not ours. */
export async function carried(form: string): Promise<Fields> {
  const kept = (await cookies()).get(NAME)?.value ?? null;
  if (kept === null || kept.length > LONGEST_COOKIE) return {};
  const text = openedText(context().keys, kept, `desk form ${form}`);
  return text === null ? {} : fields.catch({}).parse(JSON.parse(text));
}

function cookie(value: string, seconds: number): string {
  return `${NAME}=${value}; Path=/admin; Max-Age=${seconds}; ${cookieGuards()}`;
}
