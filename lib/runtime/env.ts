import * as z from "zod";

const given = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === "" ? null : text.trim()));
const postgresUrl = given.refine(
  (url) => url === null || /^postgres(ql)?:\/\//.test(url),
  "must be a postgres:// address",
);

const positive = (what: string, least: number, most: number) =>
  given
    .transform((text) => (text === null ? null : Number(text)))
    .refine((value) => value === null || (value >= least && value <= most), `must be ${what}`);

const schema = z.object({
  DATABASE_URL: postgresUrl,
  DATABASE_APP_URL: postgresUrl,
  PORCHLIGHT_KEYS: given,
  PUBLIC_URL: given.refine(
    (url) => url === null || isPlainOrigin(url),
    "must be an address such as https://track.example.com",
  ),
  PORT: given
    .refine((port) => port === null || /^\d{1,5}$/.test(port) === true, "must be a port number")
    .transform((port) => (port === null ? null : Number(port))),
  PORCHLIGHT_SANDBOX_URL: given.refine(
    (url) => url === null || isPlainOrigin(url),
    "must be an address such as http://127.0.0.1:4899",
  ),
  PORCHLIGHT_SANDBOX_PORT: given.refine(
    (port) => port === null || /^\d{1,5}$/.test(port) === true,
    "must be a port number",
  ),
  PORCHLIGHT_SANDBOX_PACE: positive("a number of 1 or more", 1, 100_000),
  PORCHLIGHT_CHECK_FLOOR_SECONDS: positive("a number of seconds of 5 or more", 5, 86_400),
  SMTP_URL: given.refine(
    (url) => url === null || (URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol)),
    "must be an address such as smtps://USER:PASSWORD@mail.example.com:465",
  ),
  MAIL_FROM: given.refine(
    (address) => address === null || z.email().safeParse(address).success,
    "must be an email address such as orders@example.com",
  ),
  TRUSTED_PROXIES: given
    .refine((count) => count === null || /^\d$/.test(count) === true, "must be a number from 0 to 9")
    .transform((count) => (count === null ? null : Number(count))),
});

/** What the processes read from their environment; null where nothing was set. */
export type Env = {
  /** The owner's: migrates, and steps down to the restricted role for everything else. */
  readonly databaseUrl: string | null;
  /** A login of the restricted role, used instead of the owner's for everything but migrations. */
  readonly databaseAppUrl: string | null;
  readonly keys: string | null;
  /** Where shoppers reach us, without a slash at the end. */
  readonly publicUrl: string | null;
  readonly port: number | null;
  /** Where the sandbox carriers answer, and how many times more often than real ones they are asked. */
  readonly sandboxUrl: string | null;
  readonly sandboxPace: number | null;
  /** No carrier is asked about a parcel again within so many seconds, however many look. */
  readonly checkFloorSeconds: number | null;
  /** The mail server; without one, mails stay in the outbox. */
  readonly smtpUrl: string | null;
  /** The address that mails are sent from; without one, each shop's own. */
  readonly mailFrom: string | null;
  /** How many reverse proxies stand between shoppers and us, each adding to `X-Forwarded-For`. */
  readonly trustedProxies: number | null;
};

/** Reads the environment. Throws one sentence per variable that is malformed. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const read = schema.safeParse(source);
  if (!read.success) {
    throw new Error(read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("\n"));
  }
  const env = read.data;
  return {
    databaseUrl: env.DATABASE_URL,
    databaseAppUrl: env.DATABASE_APP_URL,
    keys: env.PORCHLIGHT_KEYS,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    port: env.PORT,
    sandboxUrl: env.PORCHLIGHT_SANDBOX_URL?.replace(/\/+$/, "") ?? localSandbox(env.PORCHLIGHT_SANDBOX_PORT),
    sandboxPace: env.PORCHLIGHT_SANDBOX_PACE,
    checkFloorSeconds: env.PORCHLIGHT_CHECK_FLOOR_SECONDS,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    trustedProxies: env.TRUSTED_PROXIES,
  };
}

/** The address in links: PUBLIC_URL, else this machine's. */
export function publicUrlOf(env: Env): string {
  return env.publicUrl ?? `http://localhost:${portOf(env)}`;
}

/** Whether shoppers reach us by HTTPS, as PUBLIC_URL says: then cookies are `Secure`. */
export function isHttps(env: Env): boolean {
  return env.publicUrl !== null && new URL(env.publicUrl).protocol === "https:";
}

/** What the web server's operator has most likely forgotten, one sentence each. */
export function deploymentDoubts(env: Env): readonly string[] {
  const doubts = [
    env.publicUrl === null ? `PUBLIC_URL is not set: links will lead to ${publicUrlOf(env)}` : null,
    // We speak no TLS ourselves, so something does it in front of us.
    isHttps(env) && env.trustedProxies === null
      ? "TRUSTED_PROXIES is not set: all shoppers behind your TLS proxy share one limit of tries. Set it to the number of proxies that add to X-Forwarded-For (usually 1), or to 0 if none does."
      : null,
  ];
  return doubts.filter((doubt) => doubt !== null);
}

/** The web server's port: PORT, else 3000. */
export function portOf(env: Env): number {
  return env.port ?? 3000;
}

/** Where sandbox accounts are asked, and their pace; port 4899 of this machine and 60 unless told otherwise. */
export function sandboxOf(env: Env): { readonly url: string; readonly pace: number } {
  return { url: env.sandboxUrl ?? "http://127.0.0.1:4899", pace: env.sandboxPace ?? 60 };
}

/** The floor under shoppers' looking, in milliseconds; two minutes unless told otherwise. */
export function checkFloorMsOf(env: Env): number {
  return (env.checkFloorSeconds ?? 120) * 1_000;
}

/** The URL that the restricted role connects with; null when no database is set. Works with postgres.js and with pg. */
export function appUrlOf(env: Env): string | null {
  if (env.databaseAppUrl !== null || env.databaseUrl === null) return env.databaseAppUrl;
  const url = new URL(env.databaseUrl);
  url.searchParams.set("options", "-c role=porchlight_app");
  // pg takes a plus in the query for a plus, not for a space.
  url.search = url.search.replaceAll("+", "%20");
  return url.href;
}

/** The sandbox that was started here with this port. */
function localSandbox(port: string | null): string | null {
  return port === null ? null : `http://127.0.0.1:${port}`;
}

function isPlainOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
