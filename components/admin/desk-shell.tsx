import type { ReactNode } from "react";
import { Drawer } from "#components/ui/drawer.tsx";
import { Lamp } from "#components/ui/lamp.tsx";
import { Toaster } from "#components/ui/toaster.tsx";
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
  /** The rooms that this person may enter, in order. */
  readonly rooms: readonly { readonly room: Room; readonly href: string }[];
  readonly children: ReactNode;
};

/** What stands around every page of a shop's desk: whose desk it is, its rooms, who is here. */
export function DeskShell({ voice, shop, person, role, rooms, children }: DeskShellProps) {
  const { say } = voice;
  const items = rooms.map(({ room, href }) => ({ icon: room, text: say(`nav.${room}`), href }));
  const nav = <DeskNav label={say("nav.label")} items={items} />;
  const account = <Account voice={voice} person={person} role={role} />;
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

function Account({ voice, person, role }: Pick<DeskShellProps, "voice" | "person" | "role">) {
  const { say, locale } = voice;
  const roleName = say(`role.${role}`);
  const words = {
    shops: say("account.shops"),
    language: say("account.language"),
    signOut: say("account.signOut"),
  };
  return <AccountMenu name={person} role={roleName} words={words} locale={locale} languages={deskLanguages} />;
}
