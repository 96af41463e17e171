import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";

/**
 * The bytes of a data file that an npm package brings. Read when first needed and not imported: a bundler would copy megabytes
 * into the server's code. Throws where the package is not installed.
 */
export function packageFile(name: string, file: string): Buffer {
  const manifest = findPackageJSON(name, import.meta.url);
  if (manifest === undefined) throw new Error(`The package ${name} is not installed.`);
  return readFileSync(join(dirname(manifest), file));
}
