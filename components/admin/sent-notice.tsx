import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { DoorPage } from "./door-page.tsx";

/** The same for everybody who asked for a link, whether there is such a person or not. */
export function SentNotice({ voice, path }: { readonly voice: DeskVoice; readonly path: string }) {
  const { say } = voice;
  return (
    <DoorPage voice={voice} title={say("sent.title")} heading={say("sent.title")} lead={say("sent.text")} path={path}>
      <p className="door-ways">
        <a href="/admin/sign-in">{say("sent.back")}</a>
      </p>
    </DoorPage>
  );
}
