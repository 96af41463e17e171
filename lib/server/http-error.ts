import "server-only";
import { notFound } from "next/navigation";
import { AppError, type AppErrorCode } from "#lib/kernel/app-error.ts";

const STATUS: Readonly<Record<AppErrorCode, number>> = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limit: 429,
  unavailable: 503,
};

/** The HTTP status of a refusal; 500 for everything else, which is a bug. */
export function statusOf(error: unknown): number {
  return error instanceof AppError ? STATUS[error.code] : 500;
}

/** For pages: a `not_found` refusal becomes Next's 404; anything else is thrown on. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (statusOf(error) === 404) notFound();
    throw error;
  }
}
