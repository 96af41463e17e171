import { Field } from "#components/ui/field.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { CallLimits } from "#lib/tracking/budget/call-limits.ts";

type LimitsFormProps = {
  readonly say: DeskSay;
  readonly action: string;
  readonly limits: CallLimits;
  readonly documented: CallLimits;
  readonly typed: Readonly<Record<string, string>>;
  readonly isWrong: boolean;
};

const WINDOWS = ["perSecond", "perHour", "perDay"] as const;

/** How often an account may call. */
export function LimitsForm({ say, action, limits, documented, typed, isWrong }: LimitsFormProps) {
  const told = WINDOWS.flatMap((window) => {
    const count = documented[window];
    return count === null ? [] : [say(`carriers.account.${window}Text`, { count })];
  });
  return (
    <details className="part" id="limits" open={isWrong}>
      <summary className="part-title">{say("carriers.account.limits")}</summary>
      <p className="quiet">{say("carriers.account.limitsText")}</p>
      <p className="quiet">
        {told.length === 0
          ? say("carriers.account.documentedNone")
          : say("carriers.account.documented", { limits: told.join(", ") })}
      </p>
      <form className="limits" method="post" action={action} noValidate>
        {WINDOWS.map((window) => (
          <Field
            key={window}
            id={window}
            name={window}
            label={say(`carriers.account.${window}`)}
            defaultValue={typed[window] ?? limits[window]?.toString() ?? ""}
            inputMode="decimal"
            errorId={isWrong ? "limits-error" : null}
            autoComplete="off"
          />
        ))}
        {isWrong && (
          <p id="limits-error" className="field-error limits-error">
            {say("carriers.problem.limits")}
          </p>
        )}
        <button type="submit" className="button button-quiet">
          {say("carriers.account.limitsButton")}
        </button>
      </form>
    </details>
  );
}
