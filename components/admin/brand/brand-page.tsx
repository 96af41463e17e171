import { RoomHead } from "#components/admin/room-head.tsx";
import { Said } from "#components/ui/said.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { BrandEditor, type BrandEditorProps } from "./brand-editor.tsx";

type BrandPageProps = {
  readonly say: DeskSay;
  readonly shop: string;
  readonly said: string | null;
  readonly problem: string | null;
  /** A form that takes back what was done last; null where nothing is to be taken back. */
  readonly undo: {
    readonly action: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly text: string;
  } | null;
  readonly editor: BrandEditorProps;
};

/** How a shop's pages look and speak. */
export function BrandPage({ say, shop, said, problem, undo, editor }: BrandPageProps) {
  return (
    <div className="brand-room">
      <RoomHead
        say={say}
        title={say("brand.title")}
        shop={shop}
        heading={say("brand.title")}
        lead={say("brand.lead")}
      />
      {(said !== null || undo !== null) && (
        <div className="brand-said">
          {said !== null && <Said text={said} />}
          {undo !== null && <UndoForm {...undo} />}
        </div>
      )}
      {problem !== null && <Said text={problem} isTrouble />}
      <BrandEditor {...editor} />
    </div>
  );
}

function UndoForm({ action, fields, text }: NonNullable<BrandPageProps["undo"]>) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="button button-quiet">
        {text}
      </button>
    </form>
  );
}
