import { type Env, isHttps, readEnv } from "#lib/runtime/env.ts";

let known: Env | null = null;

/** The environment of the web process, read once: it does not change. Throws one sentence per variable that is malformed. */
export function webEnv(): Env {
  known ??= readEnv(process.env);
  return known;
}

/** What a cookie ends with: kept from scripts, not sent along by other sites, and never in the clear where we have HTTPS. */
export function cookieGuards(): string {
  return `HttpOnly; SameSite=Lax${isHttps(webEnv()) ? "; Secure" : ""}`;
}
