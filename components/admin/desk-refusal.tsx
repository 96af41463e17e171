import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { DoorPage } from "./door-page.tsx";

/** Why somebody may not go on, and the way back. */
export function DeskRefusal({ voice, kind }: { readonly voice: DeskVoice; readonly kind: "notFound" | "role" }) {
  const { say } = voice;
  const heading = kind === "role" ? say("refused.heading") : say("refused.notFound");
  const text = kind === "role" ? say("refused.text") : say("refused.notFoundText");
  return (
    <DoorPage voice={voice} title={heading} heading={heading} lead={text} path="/admin">
      <p className="door-ways">
        <a href="/admin">{say("refused.back")}</a>
      </p>
    </DoorPage>
  );
}
