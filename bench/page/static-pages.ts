import { sql } from "drizzle-orm";
import { createTestDatabase, startTestCluster } from "#db/testing.ts";
import { type RunningServer, startNextServer } from "#e2e/next-server.ts";
import { type CleanUp, runCleanUp } from "#lib/runtime/on-shutdown.ts";
import { jsxOfHtml } from "./jsx-of-html.ts";
import { buildThrowAway } from "./throw-away-app.ts";

const TOLERANCE = 0.002;
const MOST_BUILDS = 6;
const LAYOUT = `export const dynamic = "force-dynamic";
export default ({ children }) => (<html lang="en"><body>{children}</body></html>);
`;

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
 * rendered for each request and asks PostgreSQL one question. Throws when the size cannot be met.
 */
export async function startStaticPages(html: string): Promise<RunningServer> {
  const cleanUp: CleanUp = [];
  const stop = () => runCleanUp(cleanUp);
  try {
    const database = await doorDatabase(cleanUp);
    const wanted = Buffer.byteLength(html);
    const { folder, missing } = await fittedPages(html, { wanted, database });
    // A letter is in the HTML and once more in the data that React sends with it.
    const server = await start(folder, database, Math.round(missing / 2));
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

/** Builds until the static page lacks at most 3% of the bytes, and has none too many. */
async function fittedPages(html: string, { wanted, database }: { readonly wanted: number; readonly database: string }) {
  let share = 1;
  for (let tries = 0; tries < MOST_BUILDS; tries += 1) {
    const folder = await buildPages(html, share);
    const size = await sizeWithoutFill(folder, database);
    if (size <= wanted && size >= 0.97 * wanted) return { folder, missing: wanted - size };
    share *= (0.985 * wanted) / size;
  }
  throw new Error("The static page could not be brought to the tracking page's size");
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

function buildPages(html: string, share: number): Promise<string> {
  const fill = '<p>{"x".repeat(Number(process.env.FILL))}</p>';
  return buildThrowAway("static-pages", {
    "read.js": READ,
    "app/layout.jsx": LAYOUT,
    "app/static/page.jsx": pageOf(`<>${jsxOfHtml(html, share)}${fill}</>`, "await read();"),
    "app/bare/page.jsx": pageOf("<h1>Bare</h1>", "await read();"),
  });
}

function pageOf(jsx: string, work: string): string {
  const head = work === "" ? "" : 'import { read } from "../../read.js";\n';
  return `${head}export default async function Page() {\n  ${work}\n  return ${jsx};\n}\n`;
}

async function sizeWithoutFill(folder: string, databaseUrl: string): Promise<number> {
  const server = await start(folder, databaseUrl, 0);
  try {
    return await sizeOf(server);
  } finally {
    await server.stop();
  }
}

function start(folder: string, databaseUrl: string, fill: number): Promise<RunningServer> {
  const env = { DATABASE_APP_URL: databaseUrl, FILL: String(fill) };
  return startNextServer({ folder, healthPath: "/bare", env: () => env });
}

async function sizeOf({ baseUrl }: RunningServer): Promise<number> {
  return (await (await fetch(`${baseUrl}/static`)).arrayBuffer()).byteLength;
}
