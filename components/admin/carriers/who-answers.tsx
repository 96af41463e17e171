import { Choice } from "#components/ui/choice.tsx";
import { Said } from "#components/ui/said.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";
import { accountName } from "./account-view.ts";

type Named = { readonly accountId: string; readonly carrier: string; readonly label: string };

/** Who answers for one carrier's parcels. */
export type AnswersView = {
  readonly carrier: string;
  readonly accounts: readonly (Named & { readonly isPaused: boolean })[];
  readonly able: readonly Named[];
  readonly isChosen: boolean;
  /** Orders that nobody can be asked about; `isMore` where there are more than that. */
  readonly unanswered: { readonly count: number; readonly isMore: boolean };
};

type WhoAnswersProps = {
  readonly say: DeskSay;
  readonly action: string;
  /** The list of orders with this carrier, of the days that are counted. */
  readonly ordersOf: (carrier: string) => string;
  readonly answers: readonly AnswersView[];
  /** How many parcels changed hands by the choice of a moment ago; it is said here, where its form led back to. */
  readonly changedHands: number | null;
};

/** Which account is asked about each carrier's parcels, and of which nobody can be; the order can be chosen. */
export function WhoAnswers({ say, action, ordersOf, answers, changedHands }: WhoAnswersProps) {
  if (answers.length === 0) return null;
  const silent = answers.filter(({ accounts }) => accounts.length === 0);
  const answered = answers.filter(({ accounts }) => accounts.length > 0);
  return (
    <section className="hint answers" id="answers" aria-labelledby="answers-heading">
      <h2 id="answers-heading" className="hint-heading">
        {say("carriers.answers.title")}
      </h2>
      {changedHands !== null && <Said text={say("carriers.said.answers", { count: changedHands })} />}
      {silent.length > 0 && (
        <ul className="lines">
          {silent.map(({ carrier, unanswered: { count, isMore } }) => (
            <li key={carrier} className="line line-open">
              {say(isMore ? "carriers.answers.nobodyMany" : "carriers.answers.nobody", {
                carrier: carrierName(carrier),
                count,
              })}{" "}
              <a href={ordersOf(carrier)}>{say("carriers.answers.show", { carrier: carrierName(carrier) })}</a>
            </li>
          ))}
        </ul>
      )}
      {silent.length > 0 && <p className="quiet">{say("carriers.answers.nobodyText")}</p>}
      {answered.length > 0 && <p className="quiet">{say("carriers.answers.text")}</p>}
      <ul className="answer-list">
        {answered.map((each) => (
          <Answer key={each.carrier} say={say} action={action} answers={each} />
        ))}
      </ul>
    </section>
  );
}

type AnswerProps = { readonly say: DeskSay; readonly action: string; readonly answers: AnswersView };

function Answer({ say, action, answers }: AnswerProps) {
  const { carrier, able, isChosen } = answers;
  const name = carrierName(carrier);
  return (
    <li className="answer-row">
      <h3 className="answer-carrier">
        {name}
        {isChosen && <span className="person-tag">{say("carriers.answers.chosen")}</span>}
      </h3>
      <p>{sentenceOf(answers, say)}</p>
      {(able.length > 1 || isChosen) && (
        <details className="rotate">
          <summary>{say("carriers.answers.choose", { carrier: name })}</summary>
          <OrderForm say={say} action={action} answers={answers} />
        </details>
      )}
    </li>
  );
}

/** Who is asked first and next; whoever is left alone for the moment is named with who is asked instead. */
function sentenceOf({ accounts }: AnswersView, say: DeskSay): string {
  const [first, ...next] = accounts;
  if (first === undefined) return "";
  const others = next.map(accountName).join(", ");
  const order =
    next.length === 0
      ? say("carriers.answers.one", { account: accountName(first) })
      : say("carriers.answers.several", { account: accountName(first), others });
  const now = accounts.find(({ isPaused }) => !isPaused);
  if (!first.isPaused) return order;
  const instead =
    now === undefined ? say("carriers.answers.rests") : say("carriers.answers.instead", { account: accountName(now) });
  return `${order} ${instead}`;
}

function OrderForm({ say, action, answers }: AnswerProps) {
  const { carrier, accounts, able, isChosen } = answers;
  const options = [
    { value: "", text: say("carriers.answers.none") },
    ...able.map((account) => ({ value: account.accountId, text: accountName(account) })),
  ];
  return (
    <form className="answer-form" method="post" action={action}>
      <input type="hidden" name="carrier" value={carrier} />
      {able.map(({ accountId }, nth) => (
        <Choice
          key={accountId}
          id={`${carrier}-by${nth}`}
          name={`by${nth}`}
          label={nth === 0 ? say("carriers.answers.first") : say("carriers.answers.next")}
          defaultValue={accounts[nth]?.accountId ?? ""}
          options={options}
        />
      ))}
      <p className="answer-buttons">
        <button type="submit" className="button">
          {say("carriers.answers.save")}
        </button>
        {isChosen && (
          <button type="submit" className="button button-quiet" name="usual" value="1">
            {say("carriers.answers.usual")}
          </button>
        )}
      </p>
    </form>
  );
}
