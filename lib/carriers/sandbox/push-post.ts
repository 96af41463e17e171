import type { Post } from "./push-sender.ts";

/** EasyPost waits 7 seconds for an answer; what the others wait is not public. */
const PATIENCE_MS = 7_000;
const LONGEST_TEXT = 10_000;

/** Posts over HTTP until `closed` is aborted. Redirects are not followed: nobody's webhook does. */
export function httpPost(closed: AbortSignal): Post {
  return async (url, headers, body) => {
    try {
      const signal = AbortSignal.any([closed, AbortSignal.timeout(PATIENCE_MS)]);
      const response = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
      return { status: response.status, text: (await response.text()).slice(0, LONGEST_TEXT) };
    } catch {
      return null;
    }
  };
}
