/*
 * After every install: mends two lines of postgres.js 3.4.9, of which a connection that closes while a small write waits
 * ends the whole process, or never sends again (porsager/postgres issues 1066 and 1208; decision 0015). Runs before anything
 * else is there, so plain JavaScript without imports of ours.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILES = ["src", "cjs/src"].map((folder) => `../../node_modules/postgres/${folder}/connection.js`);
const MENDS = [
  ["const x = socket.write(chunk, fn)\n", "const x = socket === null || socket.write(chunk, fn)\n"],
  [
    "    incomings = null\n    clearImmediate(nextWriteTimer)\n",
    "    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n",
  ],
];

for (const file of FILES) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  if (existsSync(path)) writeFileSync(path, MENDS.reduce(mended, readFileSync(path, "utf8")));
}

function mended(text, [before, after]) {
  if (text.includes(after)) return text;
  if (text.includes(before)) return text.replace(before, after);
  throw new Error("postgres.js is another than the one that lib/cli/mend-postgres.mjs mends: see decision 0015");
}
