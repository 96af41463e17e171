import { liveResponse } from "#lib/server/live-response.ts";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ token: string }> };

/** Server-sent events for an open page of this order: see `liveResponse`. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  return liveResponse(request, (await params).token);
}

/** Next would open a stream that nobody reads. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { Allow: "GET" } });
}
