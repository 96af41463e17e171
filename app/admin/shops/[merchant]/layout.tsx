import { headers } from "next/headers";
import type { ReactNode } from "react";
import { DeskShell } from "#components/admin/desk-shell.tsx";
import { visitOf } from "#lib/server/desk-access.ts";
import { deskScheme } from "#lib/server/desk-colours.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { roomsFor } from "#lib/server/desk-rooms.ts";

type LayoutProps = { params: Promise<{ merchant: string }>; children: ReactNode };

/** The rooms of one shop's desk. Every page inside asks for itself who is there, and refuses: a layout is not rendered with each. */
export default async function ShopLayout({ params, children }: LayoutProps) {
  const { merchant: slug } = await params;
  const [visit, voice] = await Promise.all([visitOf(slug), deskReader()]);
  if (visit === null) return children;
  const { merchant, person, role } = visit;
  return (
    <DeskShell
      voice={voice}
      shop={merchant.name}
      person={person.name}
      role={role}
      accountPath={deskPath("/admin/shops/[merchant]/account", slug)}
      scheme={deskScheme(await headers())}
      rooms={roomsFor(slug, role)}
    >
      {children}
    </DeskShell>
  );
}
