import type { Voice } from "#lib/brand/languages/voice.ts";

type SharedHeadProps = { readonly shop: string; readonly voice: Voice };

/** What other sites show of a shared link: the shop's name and nothing of the order (product rule 15). */
export function SharedHead({ shop, voice: { say } }: SharedHeadProps) {
  const text = say("share.text");
  return (
    <>
      <meta name="description" content={text} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={shop} />
      <meta property="og:title" content={say("share.title", { shop })} />
      <meta property="og:description" content={text} />
    </>
  );
}
