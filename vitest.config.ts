import { defineConfig } from "vitest/config";

const everywhere = ["lib", "db", "components", "bench", "app"];

export default defineConfig({
  test: {
    // Tests of the database wait for it as much as they compute: one worker a core, not one less.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          // Pure functions leave nothing behind; loading them anew for each file took longer than testing them.
          isolate: false,
          include: everywhere.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: ["**/*.db.test.ts"],
        },
      },
      {
        test: {
          name: "db",
          // Each file has a database of its own; the modules it is worked with are the same and took as long to load as to test.
          isolate: false,
          include: everywhere.map((folder) => `${folder}/**/*.db.test.ts`),
          globalSetup: "./db/testing/set-up.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
