import { Said } from "#components/ui/said.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { Trial } from "./account-view.ts";

export const ACCOUNT_SAID = ["connected", "keys", "limits", "paused", "resumed", "webhook"] as const;

export type AccountSaidProps = {
  readonly say: DeskSay;
  readonly path: string;
  readonly said: (typeof ACCOUNT_SAID)[number] | null;
  /** Parcels that a new account is asked about. */
  readonly count: number;
  /** The limits before, as the form takes them: a second, an hour, a day. */
  readonly was: readonly [string, string, string] | null;
  readonly trial: Trial | null;
};

/** What came of the last form of an account, with a way to take it back where there is one. */
export function AccountSaid({ say, path, said, count, was, trial }: AccountSaidProps) {
  const trialLine = trial !== null && (
    <Said text={say(`carriers.trial.${trial}`)} isTrouble={trial !== "accepted" && trial !== "forbidden"} />
  );
  if (said === null) return trialLine;
  const text = say(`carriers.said.${said}`, { count });
  if (said === "paused") return <SaidUndo say={say} text={text} action={`${path}/pause`} fields={[["do", "resume"]]} />;
  if (said === "limits" && was !== null) {
    const fields = [
      ["perSecond", was[0]],
      ["perHour", was[1]],
      ["perDay", was[2]],
    ] as const;
    return <SaidUndo say={say} text={text} action={`${path}/limits`} fields={fields} />;
  }
  return <Said text={text} />;
}

type SaidUndoProps = {
  readonly say: DeskSay;
  readonly text: string;
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
};

function SaidUndo({ say, text, action, fields }: SaidUndoProps) {
  return (
    <form className="said said-undo" method="post" action={action}>
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p role="status">{text}</p>
      <button type="submit" className="button button-quiet">
        {say("carriers.undo")}
      </button>
    </form>
  );
}
