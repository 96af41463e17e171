import type { ReactNode } from "react";
import { Drawer } from "#components/ui/drawer.tsx";
import { Lamp } from "#components/ui/lamp.tsx";
import { Toaster } from "#components/ui/toaster.tsx";
import { DESK_SCHEMES, type DeskScheme } from "#lib/desk/desk-schemes.ts";
import { type DeskVoice, deskLanguages } from "#lib/desk/desk-voice.ts";
import type { Role } from "#lib/kernel/role.ts";
import { AccountMenu } from "./account-menu.tsx";
import { DeskNav } from "./desk-nav.tsx";

type Room = "desk" | "orders" | "carriers" | "rules" | "numbers" | "brand" | "people";

type DeskShellProps = {
  readonly voice: DeskVoice;
  readonly shop: string;
  readonly person: string;
  readonly role: Role;
  /** The page of one's own account. */
  readonly accountPath: string;
  readonly scheme: DeskScheme;
  /** The rooms that this person may enter, in order. */
  readonly rooms: readonly { readonly room: Room; readonly href: string }[];
  readonly children: ReactNode;
};

/** What stands around every page of a shop's desk: whose desk it is, its rooms, who is here. */
export function DeskShell({ voice, shop, person, role, accountPath, scheme, rooms, children }: DeskShellProps) {
  const { say } = voice;
  const items = rooms.map(({ room, href }) => ({ icon: room, text: say(`nav.${room}`), href }));
  const nav = <DeskNav label={say("nav.label")} items={items} />;
  const account = <Account voice={voice} person={person} role={role} accountPath={accountPath} scheme={scheme} />;
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {say("skip")}
      </a>
      <header className="rail">
        <p className="rail-shop">
          <Lamp />
          <span>{shop}</span>
        </p>
        <div className="rail-wide">
          {nav}
          {account}
        </div>
        <div className="rail-narrow">
          <Drawer title={shop} open={say("nav.open")} close={say("nav.close")}>
            {nav}
            {account}
          </Drawer>
        </div>
      </header>
      <main id="main" className="room" tabIndex={-1}>
        {children}
      </main>
      <Toaster words={{ label: say("toasts.label"), close: say("toasts.close") }} />
    </div>
  );
}

type AccountProps = Pick<DeskShellProps, "voice" | "person" | "role" | "accountPath" | "scheme">;

/** Without script no menu opens: the way to one's own page, with what the menu holds, is a link then. */
function Account({ voice, person, role, accountPath, scheme }: AccountProps) {
  const { say, locale } = voice;
  const roleName = say(`role.${role}`);
  const words = {
    yours: say("account.yours"),
    shops: say("account.shops"),
    language: say("account.language"),
    colours: say("account.colours.heading"),
    signOut: say("account.signOut"),
  };
  const colours = DESK_SCHEMES.map((each) => ({
    scheme: each,
    name: say(`account.colours.${each}`),
    isCurrent: each === scheme,
  }));
  return (
    <div className="rail-account">
      <noscript>
        <a className="rail-item" href={accountPath}>
          {words.yours}
        </a>
      </noscript>
      <AccountMenu
        name={person}
        role={roleName}
        account={accountPath}
        words={words}
        colours={colours}
        locale={locale}
        languages={deskLanguages}
      />
    </div>
  );
}
