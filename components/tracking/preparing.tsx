import { Notice } from "#components/ui/notice.tsx";
import type { Voice } from "#lib/brand/languages/voice.ts";

type PreparingProps = {
  readonly voice: Voice;
  /** When and where it looks again without JavaScript; no more by itself where `seconds` is null. */
  readonly look: { readonly seconds: number | null; readonly href: string };
};

/** For the moment between the email and the order's arrival here. */
export function Preparing({ voice, look }: PreparingProps) {
  const { say } = voice;
  if (look.seconds === null) {
    return (
      <Notice heading={say("preparing.heading")}>
        <p>{say("preparing.stopped")}</p>
        <p>
          <a className="button" href={look.href}>
            {say("lookAgain")}
          </a>
        </p>
      </Notice>
    );
  }
  return (
    <>
      <meta httpEquiv="refresh" content={`${look.seconds};url=${look.href}`} />
      <Notice heading={say("preparing.heading")}>
        <p>{say("preparing.text")}</p>
        <p>{say("preparing.fallback")}</p>
      </Notice>
    </>
  );
}
