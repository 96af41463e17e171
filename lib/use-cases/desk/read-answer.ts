import * as z from "zod";

const MOST_WORDS = 1_000;
const words = z
  .string()
  .default("")
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .pipe(z.string().max(MOST_WORDS))
  .transform((text) => text || null);
const answer = z.object({ state: z.enum(["accepted", "done", "declined"]).nullable().catch(null), words });

/** What somebody at the desk says of a choice, with words or without; null where the words are far too many. */
export function readAnswer(fields: unknown): z.output<typeof answer> | null {
  return answer.safeParse(fields).data ?? null;
}
