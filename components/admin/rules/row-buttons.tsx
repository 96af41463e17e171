import type { DeskSay } from "#lib/desk/desk-voice.ts";

type RowButtonsProps = {
  readonly say: DeskSay;
  readonly list: string;
  readonly at: number;
  readonly name: string;
  /** Where the order matters: how many rows there are. */
  readonly of?: number;
};

/** Takes a row away, or moves it: buttons of the form itself, so that nothing typed is lost. */
export function RowButtons({ say, list, at, name, of }: RowButtonsProps) {
  return (
    <span className="row-buttons">
      {of !== undefined && at > 0 && (
        <button className="text-button" type="submit" name="do" value={`up:${list}:${at}`}>
          {say("rules.gestures.up")}
          <span className="sr-only"> {name}</span>
        </button>
      )}
      {of !== undefined && at < of - 1 && (
        <button className="text-button" type="submit" name="do" value={`down:${list}:${at}`}>
          {say("rules.gestures.down")}
          <span className="sr-only"> {name}</span>
        </button>
      )}
      <button className="text-button" type="submit" name="do" value={`remove:${list}:${at}`}>
        {say("rules.act.remove")}
        <span className="sr-only"> {name}</span>
      </button>
    </span>
  );
}

/** One more row. */
export function AddRow({ list, text }: { readonly list: string; readonly text: string }) {
  return (
    <button className="button button-quiet add-row" type="submit" name="do" value={`add:${list}`}>
      {text}
    </button>
  );
}
