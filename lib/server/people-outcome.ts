import "server-only";
import { AppError } from "#lib/kernel/app-error.ts";
import { seeOther } from "./see-other.ts";

/** Back to the page of people with what was done, or why it was not. */
export async function peopleOutcome(page: string, done: "role" | "removed", work: Promise<void>): Promise<Response> {
  try {
    await work;
    return seeOther(`${page}?said=${done}`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return seeOther(`${page}?problem=${error.code === "conflict" ? "lastOwner" : "gone"}`);
  }
}
