import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds `package.json`. */
export const projectFolder = fileURLToPath(new URL("../../", import.meta.url)).replace(/[/\\]$/, "");

/** Where the embedded database, its keys and what is known of running processes live: `.data/`. */
export const dataFolder = join(projectFolder, ".data");

/** Reads `.env` of the project, if there is one, into the environment; what is already set wins. */
export function loadDotEnv(): void {
  const file = join(projectFolder, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
