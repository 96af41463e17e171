import * as z from "zod";
import type { EngineSettings } from "#lib/recommend/learn/engine-settings.ts";

const weighing = { decay: z.number(), lengthPower: z.number(), weight: z.number(), habit: z.number() };
const engineSettings: z.ZodType<EngineSettings> = z.discriminatedUnion("engine", [
  z.object({
    engine: z.literal("transitions"),
    of: z.enum(["later-orders", "same-order", "same-history"]),
    ...{ older: z.number(), prior: z.number(), power: z.number(), ...weighing },
  }),
  z.object({
    engine: z.literal("ease"),
    of: z.enum(["orders", "histories"]),
    ...{ ridge: z.number(), dropout: z.number(), rowPower: z.number(), popularityPower: z.number(), ...weighing },
  }),
  z.object({ engine: z.literal("popularity"), ...weighing }),
]);

/** Settings as a model was stored with them; null for those of another version, which is learned anew. */
export function storedSettings(stored: unknown): EngineSettings | null {
  return engineSettings.safeParse(stored).data ?? null;
}
