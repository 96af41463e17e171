import { handOver } from "./demo-shops.ts";
import { findChromium } from "./find-chromium.ts";
import { startProductionApp } from "./production-app.ts";

/** Once before all journeys: the browser is found (and unpacked), the app runs. Returns what stops it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { path, env } = await findChromium();
  Object.assign(process.env, env, { CHROMIUM_PATH: path });
  const app = await startProductionApp({ hostile: process.env.PORCHLIGHT_FULL === "1" ? 60 : 8 });
  handOver(app.demo);
  return app.stop;
}
