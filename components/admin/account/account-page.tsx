import { RoomHead } from "#components/admin/room-head.tsx";
import { Fact } from "#components/ui/fact.tsx";
import { Said } from "#components/ui/said.tsx";
import type { DeskScheme } from "#lib/desk/desk-schemes.ts";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { Role } from "#lib/kernel/role.ts";
import { Colours } from "./colours.tsx";
import { OwnPassword, type OwnPasswordProps } from "./own-password.tsx";

type AccountPageProps = {
  readonly say: DeskSay;
  readonly shop: string;
  /** Where this page is; its forms stand below it. */
  readonly path: string;
  readonly person: { readonly name: string; readonly email: string };
  readonly role: Role;
  readonly password: Omit<OwnPasswordProps, "say" | "path" | "email">;
  /** In how many other browsers they are signed in. */
  readonly elsewhere: number;
  readonly scheme: DeskScheme;
  readonly said: "password" | "elsewhere" | null;
};

/** One's own account: who one is here, the password, and where else one is signed in. */
export function AccountPage({ say, shop, path, person, role, password, elsewhere, scheme, said }: AccountPageProps) {
  const title = say("account.yours");
  return (
    <div className="own">
      <RoomHead say={say} title={title} shop={shop} heading={title} lead={say("account.lead")} />
      {said !== null && <Said text={say(`account.said.${said}`)} />}
      <dl className="own-facts">
        <Fact name={say("account.name")}>{person.name}</Fact>
        <Fact name={say("account.email")}>
          <span dir="ltr">{person.email}</span>
        </Fact>
        <Fact name={say("account.role")}>
          {say(`role.${role}`)} <span className="own-may">{say(`may.${role}`)}</span>
        </Fact>
      </dl>
      <OwnPassword say={say} path={path} email={person.email} {...password} />
      <section className="own-part" aria-labelledby="elsewhere">
        <h2 id="elsewhere" className="hint-heading">
          {say("account.elsewhere.heading")}
        </h2>
        <p className="text-muted">
          {elsewhere === 0 ? say("account.elsewhere.here") : say("account.elsewhere.count", { count: elsewhere })}
        </p>
        {elsewhere > 0 && (
          <form method="post" action={`${path}/elsewhere`}>
            <button type="submit" className="button button-quiet">
              {say("account.elsewhere.button")}
            </button>
          </form>
        )}
      </section>
      <Colours say={say} path={path} chosen={scheme} />
    </div>
  );
}
