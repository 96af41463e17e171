#!/usr/bin/env node
// The `porchlight` command for whatever Node the machine has: installs when needed, then runs on the project's own Node.
import { fail, installWhenNeeded, runOnProjectNode } from "./install.mjs";

try {
  await installWhenNeeded();
} catch (error) {
  fail(error);
}
// V8 would rather grow than collect: with these, a file of any size is imported in about 250 MB.
await runOnProjectNode("lib/cli/main.ts", process.argv.slice(2), [
  "--max-semi-space-size=4",
  "--max-old-space-size=224",
]);
