import { startNextServer } from "#e2e/next-server.ts";
import { startProductionApp } from "#e2e/production-app.ts";
import { type CleanUp, runCleanUp } from "#lib/runtime/on-shutdown.ts";
import { type AuditedBrowser, openBrowser } from "./page/audited-browser.ts";
import { heaviestPages, type MeasuredPage } from "./page/heaviest-pages.ts";
import { lighthouseOf, type Seen } from "./page/lighthouse-of.ts";
import { median } from "./page/median.ts";
import { scriptBytesOf } from "./page/scripts-of.ts";
import { buildFloor, startStaticPages } from "./page/static-pages.ts";
import { requestsPerSecond } from "./page/throughput.ts";
import { buildApp } from "./page/throw-away-app.ts";

export const about =
  "the tracking page: Lighthouse on a phone, bytes, JavaScript, and requests per second against a static page";

const RUNS = 5;

type Figures = Readonly<Record<string, number>>;

/**
 * The demo's heaviest tracking page, as a production build serves it: medians of five Lighthouse runs; `jsRatio` is its
 * JavaScript against a bare page of the same Next; `ratioToStatic` and `ratioToBare` its requests per second against static
 * markup of the same size and against a heading, each with one query.
 */
export async function bench(): Promise<Figures> {
  const cleanUp: CleanUp = [];
  try {
    await buildApp();
    const floor = await buildFloor();
    const app = await startProductionApp();
    cleanUp.push(app.stop);
    const [page, ...others] = await heaviestPages(app.demo);
    if (page === undefined) throw new Error("The demo has no tracking page");
    const seen = await seenInBrowser({ floor, page, others });
    return { ...seen, ...(await servedRatios(page)) };
  } finally {
    await runCleanUp(cleanUp);
  }
}

async function seenInBrowser(input: {
  readonly floor: string;
  readonly page: MeasuredPage;
  readonly others: readonly MeasuredPage[];
}): Promise<Figures> {
  const browser = await openBrowser();
  try {
    const floorJsGzip = await floorScripts(browser, input.floor);
    for (const other of input.others) await tell(browser, other, 1);
    const { jsGzip, ...seen } = await tell(browser, input.page, RUNS);
    return { ...seen, jsGzip, floorJsGzip, jsRatio: rounded(jsGzip / floorJsGzip) };
  } finally {
    await browser.close();
  }
}

async function floorScripts({ context }: AuditedBrowser, folder: string): Promise<number> {
  const server = await startNextServer({ folder, healthPath: "/", env: () => ({}) });
  try {
    return await scriptBytesOf(context, server.baseUrl);
  } finally {
    await server.stop();
  }
}

/** Medians of `runs` visits; they go to stderr too. */
async function tell({ context, port }: AuditedBrowser, { url, shows }: MeasuredPage, runs: number) {
  const jsGzip = await scriptBytesOf(context, url);
  const visits: Seen[] = [];
  for (let run = 0; run < runs; run += 1) visits.push(await lighthouseOf(url, port));
  const of = (figure: keyof Seen) => rounded(median(visits.map((visit) => visit[figure])));
  const figures = {
    lcpMs: of("lcpMs"),
    cls: of("cls"),
    tbtMs: of("tbtMs"),
    lighthousePerformance: of("performance"),
    lighthouseAccessibility: of("accessibility"),
    bytes: of("bytes"),
    jsGzip,
  };
  console.error(`${shows}: ${JSON.stringify(figures)}`);
  return figures;
}

async function servedRatios({ url }: MeasuredPage): Promise<Figures> {
  const html = await (await fetch(url)).text();
  const server = await startStaticPages(html);
  try {
    const [page = 0, still = 0, bare = 0] = await requestsPerSecond([
      url,
      `${server.baseUrl}/static`,
      `${server.baseUrl}/bare`,
    ]);
    console.error(`Requests per second: tracking page ${page}, static page ${still}, bare page ${bare}`);
    return { ratioToStatic: rounded(page / still), ratioToBare: rounded(page / bare) };
  } finally {
    await server.stop();
  }
}

function rounded(figure: number): number {
  return Math.round(figure * 1_000) / 1_000;
}
