import { defineConfig } from "@playwright/test";
import { QUIET_FLAGS } from "./e2e/find-chromium.ts";

export default defineConfig({
  testDir: "./e2e",
  outputDir: "./test-results",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: process.env.PLAYWRIGHT_WORKERS ?? 2,
  timeout: 30_000,
  reporter: "list",
  use: {
    // Workers read what the global set-up found; the process that runs it does not need it.
    launchOptions: {
      args: [...QUIET_FLAGS],
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    // A trace would be kept of every test in case it fails, and takes a fifth of the time: `--trace on` makes one of a test.
    trace: "off",
  },
  projects: [
    // The branding editor and the desk's queue are worked through once, since who acts changes them.
    {
      name: "phone",
      testIgnore: ["brand.spec.ts", "layout.spec.ts", "queue.spec.ts"],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    // What a page says and does hangs on its width in few places: those are tried here too, other halves of the same pages.
    // The layout sets its widths itself. What is marked does not hang on any.
    {
      name: "desktop",
      testMatch: [
        "access.spec.ts",
        "brand.spec.ts",
        "desk.spec.ts",
        "keyboard.spec.ts",
        "late.spec.ts",
        "layout.spec.ts",
        "queue.spec.ts",
      ],
      grepInvert: /@any-width/,
      use: { viewport: { width: 1280, height: 800 } },
    },
  ],
});
