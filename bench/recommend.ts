import { resourceUsage } from "node:process";
import { z } from "zod";
import { percentile } from "./push/percentile.ts";
import { figuresOf, measured, returnFigures } from "./recommend/measured.ts";
import { readShop } from "./recommend/read-shop.ts";

export const about =
  "recommendations on real histories: --data DIR --protocol next-basket|novel|completion [--strict]; engine and weights are chosen as in a shop";

const protocols = z.enum(["next-basket", "novel", "completion"]);

/**
 * Learns from a folder's histories and asks for what came next, as the application does: the engine is chosen on held-back
 * orders of the training part, `serveP99Ms` is one shopper's ranking in this process, without a database. NDCG's ideal list
 * has as many hits as the target, at most ten. `hr10` is `phr10`; with one hidden product `recall10` too.
 */
export async function bench(options: {
  readonly data: string | undefined;
  readonly protocol: string | undefined;
  readonly strict: boolean;
}): Promise<Readonly<Record<string, number>>> {
  const task = protocols.safeParse(options.protocol);
  if (options.data === undefined || !task.success) {
    throw new Error("Say --data DIR and --protocol next-basket, novel or completion.");
  }
  const experiments = await readShop(options.data, { task: task.data, strict: options.strict });
  const results = experiments.map((experiment) => measured(experiment, task.data));
  const answers = results.flatMap((result) => result.answers);
  if (answers.length === 0) throw new Error("These data ask no question of this protocol.");
  const [only] = results;
  return {
    ...figuresOf(answers),
    ...(only === undefined ? {} : returnFigures(only, experiments[0]?.returns ?? null)),
    cases: answers.length,
    chooseSeconds: hundredths(sum(results.map(({ chooseSeconds }) => chooseSeconds))),
    trainSeconds: hundredths(sum(results.map(({ trainSeconds }) => trainSeconds))),
    serveP99Ms: hundredths(
      percentile(
        results.flatMap(({ serveMs }) => serveMs),
        0.99,
      ),
    ),
    peakMemoryMb: Math.round(resourceUsage().maxRSS / 1024),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
