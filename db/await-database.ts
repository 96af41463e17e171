import postgres from "postgres";

const OLDEST = 150_000;

/**
 * Waits until the database answers. Each try has its own connection and deadline, because a first query can hang when the
 * server closes during its start-up. Throws what a person can act on: unreachable, refused, or too old.
 */
export async function awaitDatabase(url: string, waitMs = 15_000): Promise<void> {
  const end = performance.now() + waitMs;
  for (;;) {
    const outcome = await tryOnce(url);
    if (outcome.version >= OLDEST) return;
    if (outcome.version > 0)
      throw new Error(`PostgreSQL 15 or later is needed; ${placeOf(url)} runs ${Math.floor(outcome.version / 10_000)}`);
    // Wrong password, no such database and the like do not heal by waiting.
    const isFinal = /^(28|3D|42)/.test(outcome.code);
    if (isFinal || performance.now() > end)
      throw new Error(`PostgreSQL at ${placeOf(url)} does not let us in: ${outcome.reason}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

type Outcome = { readonly version: number; readonly code: string; readonly reason: string };

async function tryOnce(url: string): Promise<Outcome> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  const deadline = new Promise<Outcome>((resolve) => {
    setTimeout(() => resolve({ version: 0, code: "", reason: "no answer within 5 s" }), 5_000).unref();
  });
  const query = client<{ version: string }[]>`select current_setting('server_version_num') as version`.then(
    ([row]) => ({ version: Number(row?.version ?? 0), code: "", reason: "" }),
    (error: unknown) => ({ version: 0, ...described(error) }),
  );
  const outcome = await Promise.race([query, deadline]);
  await client.end({ timeout: 0 });
  return outcome;
}

function described(error: unknown): { code: string; reason: string } {
  if (!(error instanceof Error)) return { code: "", reason: "no answer" };
  const code = "code" in error ? String(error.code) : "";
  return { code, reason: error.message === "" ? code : error.message };
}

/** Host and database only: the URL holds a password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
