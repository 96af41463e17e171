import { Choice } from "#components/ui/choice.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { TodoView } from "#lib/desk/queue/views.ts";
import { TurnForm } from "./turn-form.tsx";
import type { TurnAction } from "./use-turn.ts";

export type Colleague = { readonly userId: string; readonly name: string };

type TodoBarProps = {
  readonly say: DeskSay;
  readonly path: string;
  readonly list: string;
  readonly todo: TodoView;
  readonly people: readonly Colleague[];
  readonly action: TurnAction;
};

/** Whose it is, when it wakes, and whether anything is left to do. */
export function TodoBar({ say, path, list, todo, people, action }: TodoBarProps) {
  const { id: itemId, version, isDone, isAsleep, isMine, owner } = todo;
  const words = { undo: say("queue.said.undo"), trouble: say("trouble.text") };
  const about = { itemId, version, path: `${path}/turn`, action, words };
  if (isDone) {
    return (
      <div className="todo-bar">
        <TurnForm {...about} turn="reopen">
          <button type="submit" className="button button-quiet">
            {say("queue.act.reopen")}
          </button>
        </TurnForm>
      </div>
    );
  }
  return (
    <div className="todo-bar">
      <TurnForm {...about} turn="assign">
        <button
          type="submit"
          className="button button-quiet"
          name="to"
          value={isMine ? "" : "me"}
          aria-keyshortcuts="a"
        >
          {isMine ? say("queue.act.assign.back") : say("queue.act.assign.me")}
        </button>
      </TurnForm>
      <TurnForm {...about} turn="resolve" onward={list}>
        <button type="submit" className="button button-quiet" aria-keyshortcuts="e">
          {say("queue.act.resolve")}
        </button>
      </TurnForm>
      <Snooze say={say} about={about} isAsleep={isAsleep} list={list} />
      {people.length > 1 && (
        <TurnForm {...about} turn="assign" className="todo-pick">
          <Choice
            key={owner}
            id="to"
            name="to"
            label={say("queue.act.assign.label")}
            isLabelHidden
            defaultValue={people.find(({ name }) => name === owner)?.userId ?? ""}
            options={[
              { value: "", text: say("queue.act.assign.nobody") },
              ...people.map(({ userId, name }) => ({ value: userId, text: name })),
            ]}
          />
          <button type="submit" className="button button-quiet">
            {say("queue.act.assign.button")}
          </button>
        </TurnForm>
      )}
    </div>
  );
}

type SnoozeProps = {
  readonly say: DeskSay;
  readonly about: Omit<Parameters<typeof TurnForm>[0], "turn" | "children">;
  readonly isAsleep: boolean;
  readonly list: string;
};

function Snooze({ say, about, isAsleep, list }: SnoozeProps) {
  if (isAsleep) {
    return (
      <TurnForm {...about} turn="snooze">
        <button type="submit" className="button button-quiet" name="until" value="">
          {say("queue.act.snooze.wake")}
        </button>
      </TurnForm>
    );
  }
  return (
    <TurnForm {...about} turn="snooze" onward={list} className="todo-pick">
      <Choice
        id="until"
        name="until"
        label={say("queue.act.snooze.label")}
        isLabelHidden
        defaultValue="tomorrow"
        options={(["tomorrow", "days", "week"] as const).map((value) => ({
          value,
          text: say(`queue.act.snooze.${value}`),
        }))}
      />
      <button type="submit" className="button button-quiet" aria-keyshortcuts="s">
        {say("queue.act.snooze.button")}
      </button>
    </TurnForm>
  );
}
