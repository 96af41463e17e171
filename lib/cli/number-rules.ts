import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { printedRules } from "#lib/carriers/detect/printed-rules.ts";

/*
 * Makes the rules for carriers' numbers anew, from a copy of https://github.com/jkeen/tracking_number_data:
 *   node lib/cli/number-rules.ts ../tracking_number_data > /tmp/data-rules.ts
 *   mv /tmp/data-rules.ts lib/carriers/detect/data-rules.ts && npx biome check --write lib/carriers/detect
 */
const [folder] = process.argv.slice(2);
const files = folder === undefined ? [] : globSync("couriers/*.json", { cwd: folder }).toSorted();

if (folder === undefined || files.length === 0) {
  console.error("Say where a copy of tracking_number_data is: the folder that has `couriers`.");
  process.exit(2);
}

const rules = files.map((file) => printedRules(JSON.parse(readFileSync(join(folder, file), "utf8"))));
console.log(`import type { NumberRule } from "./number-rule.ts";

/**
 * Made by \`lib/cli/number-rules.ts\`; do not edit, add to \`own-rules.ts\`. Source: tracking_number_data 2.0.0, Copyright (c)
 * 2017 Jeff Keen, MIT (see the LICENSE beside this file).
 */
export const DATA_RULES: readonly NumberRule[] = [
${rules.join("")}];`);
