import { PreviewRefusal } from "#components/preview/preview-refusal.tsx";
import { deskReader } from "#lib/server/desk-reader.ts";
import { requestNonce } from "#lib/server/nonce.ts";

/** There is no such look, or it is another shop's. */
export default async function PreviewNotFound() {
  const [{ say, tag }, nonce] = await Promise.all([deskReader(), requestNonce()]);
  return (
    <PreviewRefusal tag={tag} nonce={nonce} heading={say("refused.notFound")} text={say("refused.notFoundText")} />
  );
}
