/*
 * After every install: mends four places of postgres.js 3.4.9, where a connection that closes under a transaction ends the
 * whole process, or leaves what it was doing behind for the next session on it (porsager/postgres issues 1066, 1208; decision
 * 0015). Runs before anything else is there, so plain JavaScript without imports of ours.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILES = ["src", "cjs/src"].map((folder) => `../../node_modules/postgres/${folder}/connection.js`);
const MENDS = [
  // A query on a connection that has closed is rejected; the driver would wait for its answer for ever.
  after(
    "return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))\n",
    "\n    if (socket === null)\n      return queryError(q, Errors.connection('CONNECTION_CLOSED', options)), true\n",
  ),
  // A write that waited for the next turn finds no socket any more.
  ["const x = socket.write(chunk, fn)\n", "const x = socket === null || socket.write(chunk, fn)\n"],
  // What was to be written, and what was being answered, end with the connection.
  after("    incomings = null\n    clearImmediate(nextWriteTimer)\n", "    chunk = nextWriteTimer = null\n"),
  [
    "    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
    // Without its semicolon the line above would take this one for arguments.
    "    ;(query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n" +
      "    query = results = errorResponse = null\n    result = new Result()\n",
  ],
];

/** As this file once left the driver. */
const WRONG = "\n    (query || sent.length) && error(";

for (const file of FILES) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  if (!existsSync(path)) continue;
  const text = readFileSync(path, "utf8").replace(WRONG, "\n    ;(query || sent.length) && error(");
  writeFileSync(path, MENDS.reduce(mended, text));
}

function mended(text, [before, after]) {
  if (text.includes(after)) return text;
  if (text.includes(before)) return text.replace(before, after);
  throw new Error("postgres.js is another than the one that lib/cli/mend-postgres.mjs mends: see decision 0015");
}

function after(text, addition) {
  return [text, text + addition];
}
