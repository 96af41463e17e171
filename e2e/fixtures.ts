import { type BrowserContext, test as base, expect } from "@playwright/test";
import { type DemoShops, runningDemo } from "./demo-shops.ts";

export { expect };

type Fixtures = {
  /** The running demo: its links, and one signed order per shop. */
  readonly demo: DemoShops;
  /** Console errors that a journey is about, e.g. the browser's own note on a 404. */
  readonly expectedErrors: RegExp | null;
  readonly cleanPage: undefined;
};

/** Every journey also proves: no console error, no page error, no request to a third party, no CSP violation. */
export const test = base.extend<Fixtures>({
  demo: async ({ browserName: _ }, provide) => provide(runningDemo()),
  baseURL: async ({ demo }, provide) => provide(demo.baseUrl),
  expectedErrors: [null, { option: true }],
  cleanPage: [
    async ({ context, demo, expectedErrors }, provide) => {
      const problems = watch(context, new URL(demo.baseUrl).origin);
      await provide(undefined);
      expect(problems.filter((problem) => expectedErrors?.test(problem) !== true)).toEqual([]);
    },
    { auto: true },
  ],
});

/** Collects what must not happen in any page of this context. The browser reports CSP violations as console errors. */
function watch(context: BrowserContext, origin: string): readonly string[] {
  const problems: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => problems.push(`page error: ${error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) problems.push(`third party: ${url.href}`);
  });
  return problems;
}
