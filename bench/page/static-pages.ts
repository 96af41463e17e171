import { sql } from "drizzle-orm";
import { createTestDatabase, startTestCluster } from "#db/testing.ts";
import { type RunningServer, startNextServer } from "#e2e/next-server.ts";
import { type CleanUp, runCleanUp } from "#lib/runtime/on-shutdown.ts";
import { jsxOfHtml } from "./jsx-of-html.ts";
import { buildThrowAway } from "./throw-away-app.ts";

const TOLERANCE = 0.002;
const PARAGRAPHS = 50;
const LAYOUT = `export const dynamic = "force-dynamic";
export default ({ children }) => (<html lang="en"><body>{children}</body></html>);
`;

/** How many paragraphs and how many letters more the static page has. */
type Fill = readonly [paragraphs: number, letters: number];
type Filled = { readonly database: string; readonly fill: Fill };

/** One query by a primary key, asked as leanly as it can be. */
const READ = `import postgres from "postgres";
globalThis.benchSql ??= postgres(process.env.DATABASE_APP_URL, { max: 10 });
export async function read() {
  const rows = await globalThis.benchSql\`select merchant_id from link_index where token_hash = \${"4711"}\`;
  if (rows.length !== 1) throw new Error("The one query found nothing");
}
`;

/** A page without anything: what Next itself sends. */
export function buildFloor(): Promise<string> {
  return buildThrowAway("floor", { "app/layout.jsx": LAYOUT, "app/page.jsx": pageOf("<h1>Floor</h1>", "") });
}

/**
 * A server with `/static`, the elements of `html` as static markup and as many bytes, and `/bare`, a heading. Each is
 * rendered for each request and asks PostgreSQL one question. What the tracking page has besides elements (its head, what its
 * one client component is told) is made up for by paragraphs. Throws when the size cannot be met.
 */
export async function startStaticPages(html: string): Promise<RunningServer> {
  const cleanUp: CleanUp = [];
  const stop = () => runCleanUp(cleanUp);
  try {
    const database = await doorDatabase(cleanUp);
    const wanted = Buffer.byteLength(html);
    const folder = await buildThrowAway("static-pages", pagesOf(html));
    const sized = (fill: Fill) => sizeFilled(folder, { database, fill });
    const [none, some] = [await sized([0, 0]), await sized([PARAGRAPHS, 0])];
    const paragraphs = Math.floor((wanted - none) / ((some - none) / PARAGRAPHS));
    if (paragraphs < 0) throw new Error("The tracking page's elements alone are larger than the tracking page");
    // A letter is in the HTML and once more in the data that React sends with it.
    const letters = Math.floor((wanted - (await sized([paragraphs, 0]))) / 2);
    const server = await start(folder, { database, fill: [paragraphs, Math.max(letters, 0)] });
    cleanUp.push(server.stop);
    const size = await sizeOf(server);
    console.error(`The tracking page has ${wanted} bytes of HTML, the static page ${size}`);
    if (Math.abs(size / wanted - 1) > TOLERANCE) throw new Error("The static page is of another size");
    return { baseUrl: server.baseUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A database with a few thousand links. */
async function doorDatabase(cleanUp: CleanUp): Promise<string> {
  const cluster = await startTestCluster();
  cleanUp.push(cluster.stop);
  const database = await createTestDatabase(cluster.ownerUrl);
  cleanUp.push(database.drop);
  await database.ownerDb.execute(sql`
    insert into link_index select n::text, gen_random_uuid(), gen_random_uuid() from generate_series(1, 5000) n`);
  return database.appUrl;
}

function pagesOf(html: string): Readonly<Record<string, string>> {
  const fill =
    '{Array.from({ length: Number(process.env.PARAGRAPHS) }, (_, at) => <p key={at} className="fill">{FILL}</p>)}' +
    '<p>{"x".repeat(Number(process.env.LETTERS))}</p>';
  return {
    "read.js": READ,
    "app/layout.jsx": LAYOUT,
    "app/static/page.jsx": `const FILL = "${"x".repeat(60)}";\n${pageOf(`<>${jsxOfHtml(html)}${fill}</>`, "await read();")}`,
    "app/bare/page.jsx": pageOf("<h1>Bare</h1>", "await read();"),
  };
}

function pageOf(jsx: string, work: string): string {
  const head = work === "" ? "" : 'import { read } from "../../read.js";\n';
  return `${head}export default async function Page() {\n  ${work}\n  return ${jsx};\n}\n`;
}

async function sizeFilled(folder: string, filled: Filled): Promise<number> {
  const server = await start(folder, filled);
  try {
    return await sizeOf(server);
  } finally {
    await server.stop();
  }
}

function start(folder: string, { database, fill: [paragraphs, letters] }: Filled): Promise<RunningServer> {
  const env = { DATABASE_APP_URL: database, PARAGRAPHS: String(paragraphs), LETTERS: String(letters) };
  return startNextServer({ folder, healthPath: "/bare", env: () => env });
}

async function sizeOf({ baseUrl }: RunningServer): Promise<number> {
  return (await (await fetch(`${baseUrl}/static`)).arrayBuffer()).byteLength;
}
