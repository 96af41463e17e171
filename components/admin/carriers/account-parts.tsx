import { Said } from "#components/ui/said.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { AccountView, Trial } from "./account-view.ts";
import { KeysForm } from "./keys-form.tsx";

type AccountKeysProps = {
  readonly say: DeskSay;
  readonly action: string;
  readonly account: AccountView;
  readonly needsClientId: boolean;
  readonly typed: Readonly<Record<string, string>>;
  readonly problem: "clientId" | "secret" | "sandbox" | null;
  readonly trial: Trial | null;
};

/** New keys for an account. What is there is never shown. */
export function AccountKeys({ say, action, account, needsClientId, typed, problem, trial }: AccountKeysProps) {
  const wrong = problem === null ? null : say(`carriers.problem.${problem}`);
  const isOfId = problem === "clientId" || (problem === "sandbox" && needsClientId);
  return (
    <details className="part" id="keys" open={problem !== null || trial !== null}>
      <summary className="part-title">{say("carriers.account.keys")}</summary>
      <p className="quiet">{say("carriers.account.keysText")}</p>
      {trial !== null && <Said text={say(`carriers.trial.${trial}`)} isTrouble />}
      <KeysForm
        action={action}
        carrier={account.carrier}
        needsClientId={needsClientId}
        typed={typed}
        label={null}
        errors={{ clientId: isOfId ? wrong : null, secret: isOfId ? null : wrong, label: null }}
        offersAnyway={trial !== null && trial !== "refused"}
        isOptional
        tryKeys={null}
        words={{
          clientId: say("carriers.connecting.clientId"),
          secret: needsClientId ? say("carriers.connecting.secret") : say("carriers.connecting.apiKey"),
          secretHint: say("carriers.connecting.secretHint"),
          sandboxHint: account.sandbox ? say("carriers.connecting.sandboxHint") : null,
          label: say("carriers.connecting.label"),
          labelHint: say("carriers.connecting.labelHint"),
          anyway: say("carriers.connecting.anyway"),
          button: say("carriers.account.keysButton"),
          try: say("carriers.connecting.try"),
          trying: say("carriers.connecting.trying"),
        }}
      />
    </details>
  );
}

/** Leaving an account alone for a while, or for good. */
export function AccountRest({
  say,
  path,
  isPaused,
}: {
  readonly say: DeskSay;
  readonly path: string;
  readonly isPaused: boolean;
}) {
  return (
    <details className="part" open={isPaused}>
      <summary className="part-title">{say("carriers.account.rest")}</summary>
      <form className="rest" method="post" action={`${path}/pause`}>
        <input type="hidden" name="do" value={isPaused ? "resume" : "pause"} />
        <p>{say(isPaused ? "carriers.account.pausedText" : "carriers.account.pauseText")}</p>
        <button type="submit" className="button button-quiet">
          {say(isPaused ? "carriers.account.resume" : "carriers.account.pause")}
        </button>
      </form>
      <form className="rest" method="post" action={`${path}/disconnect`}>
        <input type="hidden" name="do" value="disconnect" />
        <p>{say("carriers.account.disconnectText")}</p>
        <button type="submit" className="button button-quiet">
          {say("carriers.account.disconnect")}
        </button>
      </form>
    </details>
  );
}
