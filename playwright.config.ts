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
    trace: "retain-on-failure",
  },
  projects: [
    {
      name: "phone",
      testIgnore: ["layout.spec.ts", "brand.spec.ts"],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    // What happens while a page is open does not hang on its width, and its parcels can be played once only; nor does who may
    // open what, and a server is set up once. The layout sets its widths itself.
    {
      name: "desktop",
      testIgnore: ["live.spec.ts", "desk-doors.spec.ts", "desk-set-up.spec.ts", "brand-phone.spec.ts"],
      use: { viewport: { width: 1280, height: 800 } },
    },
  ],
});
