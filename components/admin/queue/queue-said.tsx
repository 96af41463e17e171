import { Said } from "#components/ui/said.tsx";

export type QueueSaidProps = {
  readonly text: string;
  readonly isTrouble: boolean;
  /** The form that takes it back. */
  readonly undo: {
    readonly path: string;
    readonly text: string;
    readonly fields: Readonly<Record<string, string>>;
  } | null;
};

/** What came of the last form, with the way back beside it. */
export function QueueSaid({ text, isTrouble, undo }: QueueSaidProps) {
  return (
    <div className="queue-said">
      <Said text={text} isTrouble={isTrouble} />
      {undo !== null && (
        <form method="post" action={undo.path}>
          {Object.entries(undo.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className="button button-quiet">
            {undo.text}
          </button>
        </form>
      )}
    </div>
  );
}
