import type { DeskFormat } from "#components/admin/desk-format.ts";
import { RoomHead } from "#components/admin/room-head.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { CallLimits } from "#lib/tracking/budget/call-limits.ts";
import { AccountKeys, AccountRest } from "./account-parts.tsx";
import { AccountSaid, type AccountSaidProps } from "./account-said.tsx";
import { type AccountView, accountName, healthOf, type Trial } from "./account-view.ts";
import { Budget } from "./budget.tsx";
import { LimitsForm } from "./limits-form.tsx";
import { Pushes, type PushesProps } from "./pushes.tsx";

type AccountPageProps = {
  readonly say: DeskSay;
  readonly format: DeskFormat;
  readonly shop: string;
  readonly list: string;
  /** Where this page is; its forms stand below it. */
  readonly path: string;
  readonly account: AccountView;
  readonly needsClientId: boolean;
  /** What the carrier's documents allow. */
  readonly documented: CallLimits;
  readonly pushes: Omit<PushesProps, "say" | "path" | "carrier" | "hasSecretProblem"> | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly said: Omit<AccountSaidProps, "say" | "path">;
  readonly problem: "clientId" | "secret" | "sandbox" | "limits" | "webhookSecret" | null;
  readonly keysTrial: Trial | null;
};

/** One account: how it stands, and everything that can be changed about it. */
export function AccountPage(props: AccountPageProps) {
  const { say, format, shop, list, path, account, typed, problem, said } = props;
  const { text, look } = healthOf(account, say, format);
  return (
    <>
      <p className="back">
        <a href={list}>{say("carriers.title")}</a>
      </p>
      <RoomHead say={say} title={accountName(account)} shop={shop} heading={accountName(account)} />
      <AccountSaid say={say} path={path} {...said} />
      <div className="stages">
        <section className="account-now" aria-label={say("carriers.budget.title")}>
          <p className={look}>{text}</p>
          <Budget say={say} format={format} account={account} />
          {account.limits.perDay !== null && <p className="quiet">{say("carriers.budget.utc")}</p>}
          <form className="stage-ways" method="post" action={`${path}/test`}>
            <button type="submit" className="button">
              {say("carriers.account.test")}
            </button>
            <p className="quiet">{say("carriers.account.testText")}</p>
          </form>
        </section>
        <Pushes
          say={say}
          path={path}
          carrier={account.carrier}
          hasSecretProblem={problem === "webhookSecret"}
          {...(props.pushes ?? {
            address: null,
            secret: null,
            isTheirSecret: false,
            isReachable: true,
            isPushing: false,
          })}
        />
        <LimitsForm
          say={say}
          action={`${path}/limits`}
          limits={account.limits}
          documented={props.documented}
          typed={typed}
          isWrong={problem === "limits"}
        />
        <AccountKeys
          say={say}
          action={`${path}/keys`}
          account={account}
          needsClientId={props.needsClientId}
          typed={typed}
          problem={problem === "clientId" || problem === "secret" || problem === "sandbox" ? problem : null}
          trial={props.keysTrial}
        />
        <AccountRest say={say} path={path} isPaused={account.trouble?.isByHand === true} />
      </div>
    </>
  );
}
