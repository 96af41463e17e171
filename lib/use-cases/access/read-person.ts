import * as z from "zod";
import { AppError } from "#lib/kernel/app-error.ts";

const LONGEST_EMAIL = 254;
const LONGEST_NAME = 80;

/** A password has to be so long; more rules than that make people write it down (NIST SP 800-63B, 3.1.1.2). */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

const email = z.string().trim().toLowerCase().max(LONGEST_EMAIL).pipe(z.email());

/** An address as it is kept, in small letters; null for what cannot be one. */
export function readEmail(text: string | undefined): string | null {
  const read = email.safeParse(text);
  return read.success ? read.data : null;
}

/** `readEmail`; throws AppError `invalid`. */
export function emailFrom(text: string): string {
  const read = readEmail(text);
  if (read === null) throw new AppError("invalid", "That is not an email address.");
  return read;
}

/** A person's name on one line; the first part of their address where they gave none. */
export function nameFrom(text: string, address: string): string {
  const name = text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
  return (name === "" ? (address.split("@")[0] ?? address) : name).slice(0, LONGEST_NAME);
}

/** Whether a text may be a password. */
export function isPassword(text: string | undefined): text is string {
  return text !== undefined && text.length >= PASSWORD_LENGTH.least && text.length <= PASSWORD_LENGTH.most;
}
