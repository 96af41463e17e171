import type { ReactNode } from "react";
import { DeskShell } from "#components/admin/desk-shell.tsx";
import { isAtLeast } from "#lib/kernel/role.ts";
import { visitOf } from "#lib/server/desk-access.ts";
import { DESK_DOORS, deskPath } from "#lib/server/desk-doors.ts";
import { deskReader } from "#lib/server/desk-reader.ts";

type LayoutProps = { params: Promise<{ merchant: string }>; children: ReactNode };

const PEOPLE = "/admin/shops/[merchant]/people";

/** The rooms of one shop's desk. Every page inside asks for itself who is there, and refuses: a layout is not rendered with each. */
export default async function ShopLayout({ params, children }: LayoutProps) {
  const { merchant: slug } = await params;
  const [visit, voice] = await Promise.all([visitOf(slug), deskReader()]);
  if (visit === null) return children;
  const { merchant, person, role } = visit;
  const people = isAtLeast(role, DESK_DOORS[PEOPLE]) ? deskPath(PEOPLE, slug) : null;
  const rooms = { desk: deskPath("/admin/shops/[merchant]", slug), people };
  return (
    <DeskShell voice={voice} shop={merchant.name} person={person.name} role={role} rooms={rooms}>
      {children}
    </DeskShell>
  );
}
