import { Choice } from "#components/ui/choice.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { ROLES, type Role } from "#lib/kernel/role.ts";

export type Colleague = { readonly userId: string; readonly name: string; readonly email: string; readonly role: Role };

type PersonRowProps = {
  readonly say: DeskSay;
  readonly path: string;
  readonly person: Colleague;
  readonly isMe: boolean;
};

/** One person of the shop: their role, and the way out. */
export function PersonRow({ say, path, person, isMe }: PersonRowProps) {
  const { userId, name, email, role } = person;
  return (
    <li className="person">
      <div className="person-who">
        <p className="person-name">
          {name}
          {isMe && <span className="person-tag">{say("people.you")}</span>}
        </p>
        <p className="person-email" dir="ltr">
          {email}
        </p>
      </div>
      <form className="person-role-form" method="post" action={`${path}/role`}>
        <input type="hidden" name="person" value={userId} />
        <Choice
          id={`role-${userId}`}
          name="role"
          label={say("people.role", { name })}
          isLabelHidden
          defaultValue={role}
          options={ROLES.toReversed().map((value) => ({ value, text: say(`role.${value}`) }))}
        />
        <button type="submit" className="button button-quiet">
          {say("people.save")}
        </button>
      </form>
      <details className="person-leave">
        <summary>{say("people.remove")}</summary>
        <form method="post" action={`${path}/remove`}>
          <input type="hidden" name="person" value={userId} />
          <p>{say("people.removeText", { name })}</p>
          <button type="submit" className="button button-quiet">
            {say("people.removeButton", { name })}
          </button>
        </form>
      </details>
    </li>
  );
}
