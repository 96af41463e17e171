import { PreviewRefusal } from "#components/preview/preview-refusal.tsx";
import { deskReader } from "#lib/server/desk-reader.ts";
import { requestNonce } from "#lib/server/nonce.ts";

/** The shop is theirs, its look is for another role. */
export default async function PreviewForbidden() {
  const [{ say, tag }, nonce] = await Promise.all([deskReader(), requestNonce()]);
  return <PreviewRefusal tag={tag} nonce={nonce} heading={say("refused.heading")} text={say("refused.text")} />;
}
