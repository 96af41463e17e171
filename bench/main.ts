import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { stopTools } from "#lib/cli/run-tool.ts";

type BenchOptions = {
  readonly data: string | undefined;
  readonly format: string | undefined;
  readonly protocol: string | undefined;
  readonly strict: boolean;
};

/** A benchmark's module: what `--help` says of it, and the run, whose figures become the last line of stdout. */
const benchModule = z.object({
  about: z.string(),
  bench: z.custom<(options: BenchOptions) => Promise<Readonly<Record<string, number>>>>(
    (value) => typeof value === "function",
  ),
});

const folder = new URL("./", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "main.ts")
  .map((file) => file.slice(0, -".ts".length))
  .sort();

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: "string" },
      format: { type: "string" },
      protocol: { type: "string" },
      strict: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [name] = positionals;
  if (values.help) {
    console.log(await help());
    return 0;
  }
  if (name === undefined || !names.includes(name)) {
    console.error(name === undefined ? "Which benchmark?" : `There is no benchmark ${name}.`);
    console.error(await help());
    return 2;
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void stopTools().finally(() => process.exit(1)));
  }
  const { bench } = await load(name);
  const { data, format, protocol, strict = false } = values;
  console.log(JSON.stringify(await bench({ data, format, protocol, strict })));
  return 0;
}

async function load(name: string): Promise<z.infer<typeof benchModule>> {
  return benchModule.parse(await import(new URL(`./${name}.ts`, folder).href));
}

async function help(): Promise<string> {
  const lines = await Promise.all(names.map(async (name) => `  ${name.padEnd(16)}${(await load(name)).about}`));
  return [
    "npm run bench -- NAME [--data DIR] [--format FORMAT] [--protocol PROTOCOL] [--strict]",
    "",
    "Progress goes to stderr; the last line of stdout is JSON.",
    "",
    ...lines,
  ].join("\n");
}

process.exitCode = await main();
