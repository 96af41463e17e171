import type { DeskFormat } from "#components/admin/desk-format.ts";
import { RoomHead } from "#components/admin/room-head.tsx";
import { Said } from "#components/ui/said.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { type AccountView, accountName, healthOf } from "./account-view.ts";
import { Budget } from "./budget.tsx";
import { type SeenCode, UnknownCodes } from "./unknown-codes.tsx";
import { type AnswersView, WhoAnswers } from "./who-answers.tsx";

type CarriersPageProps = {
  readonly say: DeskSay;
  readonly format: DeskFormat;
  readonly shop: string;
  /** Where this page is; an account's page stands below it. */
  readonly path: string;
  readonly accounts: readonly AccountView[];
  readonly codes: readonly SeenCode[];
  readonly answers: readonly AnswersView[];
  readonly ordersOf: (carrier: string) => string;
  /** An account that was disconnected a moment ago, and may be taken back. */
  readonly disconnected: { readonly accountId: string; readonly carrier: string; readonly label: string } | null;
  readonly isBack: boolean;
  readonly isGone: boolean;
  /** How many parcels changed hands when somebody chose who answers; null where nobody did. */
  readonly changedHands: number | null;
};

/** Every account with a carrier: whether it answers, and how much it may still be asked. */
export function CarriersPage(props: CarriersPageProps) {
  const { say, format, shop, path, accounts, codes, disconnected, isBack, isGone, changedHands } = props;
  const isEmpty = accounts.length === 0;
  return (
    <>
      <RoomHead
        say={say}
        title={say("carriers.title")}
        shop={shop}
        heading={isEmpty ? say("carriers.none") : say("carriers.title")}
        lead={isEmpty ? say("carriers.noneText") : say("carriers.lead")}
      />
      {disconnected !== null && <Disconnected say={say} action={`${path}/undo`} account={disconnected} />}
      {isBack && <Said text={say("carriers.said.reconnected")} />}
      {isGone && <Said text={say("carriers.problem.gone")} isTrouble />}
      {!isEmpty && (
        <ul className="accounts">
          {accounts.map((account) => (
            <AccountCard
              key={account.accountId}
              say={say}
              format={format}
              href={`${path}/${account.accountId}`}
              account={account}
            />
          ))}
        </ul>
      )}
      <p>
        <a className="button" href={`${path}/connect`}>
          {say("carriers.connect")}
        </a>
      </p>
      <WhoAnswers
        say={say}
        action={`${path}/answering`}
        ordersOf={props.ordersOf}
        answers={props.answers}
        changedHands={changedHands}
      />
      {!isEmpty && <UnknownCodes say={say} format={format} codes={codes} />}
    </>
  );
}

type CardProps = {
  readonly say: DeskSay;
  readonly format: DeskFormat;
  readonly href: string;
  readonly account: AccountView;
};

function AccountCard({ say, format, href, account }: CardProps) {
  const { text, isOpen, look } = healthOf(account, say, format);
  return (
    <li className={isOpen ? "account account-open" : "account"}>
      <h2 className="account-name">
        <a className="account-link" href={href}>
          {accountName(account)}
        </a>
        {account.sandbox && <span className="person-tag">{say("carriers.sandboxTag")}</span>}
      </h2>
      <p className={look}>{text}</p>
      <Budget say={say} format={format} account={account} />
    </li>
  );
}

function Disconnected({
  say,
  action,
  account,
}: {
  readonly say: DeskSay;
  readonly action: string;
  readonly account: { readonly accountId: string; readonly carrier: string; readonly label: string };
}) {
  return (
    <form className="said said-undo" method="post" action={action}>
      <input type="hidden" name="account" value={account.accountId} />
      <p role="status">{say("carriers.said.disconnected", { carrier: accountName(account) })}</p>
      <button type="submit" className="button button-quiet">
        {say("carriers.undo")}
      </button>
    </form>
  );
}
