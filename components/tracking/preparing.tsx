import { Notice } from "#components/ui/notice.tsx";
import type { Locale } from "#lib/brand/locale.ts";
import { speak } from "#lib/brand/words/speak.ts";

/** For the moment between the email and the order's arrival here. Looks again every ten seconds, without JavaScript. */
export function Preparing({ locale }: { readonly locale: Locale }) {
  const say = speak(locale);
  return (
    <>
      <meta httpEquiv="refresh" content="10" />
      <Notice heading={say("preparing.heading")}>
        <p>{say("preparing.text")}</p>
        <p>{say("preparing.fallback")}</p>
      </Notice>
    </>
  );
}
