import { answerPush } from "#lib/server/carrier-push.ts";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ account: string }> };

/** Where carriers push news of parcels: no browser, so no `Origin` and no cookie; the signature is what counts. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  return answerPush(request, (await params).account);
}
