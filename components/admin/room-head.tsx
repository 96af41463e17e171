import type { DeskSay } from "#lib/desk/desk-voice.ts";

type RoomHeadProps = {
  readonly say: DeskSay;
  readonly title: string;
  readonly shop: string;
  readonly heading: string;
  readonly lead?: string;
};

/** The title of a page of the desk, in the window's and in its own. */
export function RoomHead({ say, title, shop, heading, lead }: RoomHeadProps) {
  return (
    <div className="room-head">
      <title>{`${title} · ${shop} · ${say("name")}`}</title>
      <h1 className="room-heading">{heading}</h1>
      {lead !== undefined && <p className="room-lead">{lead}</p>}
    </div>
  );
}
