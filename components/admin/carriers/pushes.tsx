import { Field } from "#components/ui/field.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { siteKey } from "./account-view.ts";
import { CopyField } from "./copy-field.tsx";

const PORTALS = ["ups", "fedex", "usps", "easypost", "aftership", "seventeentrack"] as const;

export type PushesProps = {
  readonly say: DeskSay;
  readonly path: string;
  readonly carrier: string;
  /** Where the carrier pushes to; null while there is no address. */
  readonly address: string | null;
  /** Only for a moment after it was made. */
  readonly secret: string | null;
  /** The carrier makes the secret, and it has to be given to us. */
  readonly isTheirSecret: boolean;
  /** Somebody said under which address this server is reached. */
  readonly isReachable: boolean;
  readonly isPushing?: boolean;
  readonly hasSecretProblem: boolean;
};

/** The address that a carrier pushes to, its secret, and what to enter where. */
export function Pushes(props: PushesProps) {
  const { say, path, carrier, address, secret, isTheirSecret, isReachable, isPushing = true } = props;
  const portal = siteKey(carrier, PORTALS);
  const copying = { copy: say("carriers.webhook.copy"), copied: say("carriers.webhook.copied") };
  if (!isPushing) return null;
  return (
    <section className="part-open" id="pushes" aria-labelledby="pushes-title">
      <h2 id="pushes-title" className="part-title">
        {say("carriers.webhook.title")}
      </h2>
      <p className="quiet">{say("carriers.webhook.text")}</p>
      {address !== null && (
        <div className="copies">
          <CopyField id="address" label={say("carriers.webhook.address")} value={address} words={copying} />
          {secret !== null && (
            <CopyField id="secret" label={say("carriers.webhook.secret")} value={secret} words={copying} />
          )}
          {!isReachable && <p className="field-error">{say("carriers.webhook.noPublicUrl")}</p>}
          {!isTheirSecret && (
            <p className="quiet">{say(secret === null ? "carriers.webhook.kept" : "carriers.webhook.once")}</p>
          )}
          {portal !== null && (
            <p>
              <strong>{say("carriers.webhook.where")}: </strong>
              {say(`carriers.portal.${portal}`)}
            </p>
          )}
        </div>
      )}
      <OpenForm {...props} action={`${path}/webhook`} isThere={address !== null} />
    </section>
  );
}

function OpenForm({
  say,
  action,
  isThere,
  isTheirSecret,
  hasSecretProblem,
}: Pick<PushesProps, "say" | "isTheirSecret" | "hasSecretProblem"> & {
  readonly action: string;
  readonly isThere: boolean;
}) {
  const form = (
    <form className="keys" method="post" action={action} noValidate autoComplete="off">
      <input type="hidden" name="do" value={isThere ? "rotate" : "open"} />
      {isTheirSecret && (
        <Field
          id="theirSecret"
          name="secret"
          type="password"
          label={say("carriers.webhook.theirSecret")}
          error={hasSecretProblem ? say("carriers.problem.webhookSecret") : null}
          autoComplete="new-password"
          dir="ltr"
          required
        />
      )}
      <button type="submit" className="button button-quiet">
        {say(isThere ? "carriers.webhook.rotate" : "carriers.webhook.open")}
      </button>
    </form>
  );
  if (!isThere) return form;
  return (
    <details className="rotate" open={hasSecretProblem}>
      <summary>{say("carriers.webhook.rotate")}</summary>
      <p className="quiet">{say("carriers.webhook.rotateText")}</p>
      {form}
    </details>
  );
}
