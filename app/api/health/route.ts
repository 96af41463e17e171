import { readHealth } from "#lib/server/health.ts";

export const dynamic = "force-dynamic";

/** For load balancers and people: 200 when this process can serve pages, 503 with what is wrong when it cannot. */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex" },
  });
}
