import { headers } from "next/headers";
import { AccountPage } from "#components/admin/account/account-page.tsx";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskScheme } from "#lib/server/desk-colours.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { canMail } from "#lib/server/desk-mailer.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { hasPassword, sessionsElsewhere } from "#lib/server/desk-sign-in.ts";
import { PASSWORD_LENGTH } from "#lib/use-cases/access/read-person.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const SAID = ["password", "elsewhere"] as const;
const PROBLEMS = ["wrong", "short", "same"] as const;

/** The account of whoever is here: who they are, their password, where else they are signed in. */
export default async function OwnAccountPage({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const { merchant, person, role } = await requireMember(slug, "/admin/shops/[merchant]/account");
  const sent = await headers();
  const [{ say }, query, elsewhere, hasOne] = await Promise.all([
    deskReader(),
    searchParams,
    sessionsElsewhere({ headers: sent }),
    hasPassword(person.id),
  ]);
  return (
    <AccountPage
      say={say}
      shop={merchant.name}
      path={deskPath("/admin/shops/[merchant]/account", slug)}
      person={person}
      role={role}
      password={{
        ...{ hasOne, canMail: canMail(), length: PASSWORD_LENGTH },
        problem: PROBLEMS.find((word) => word === query.problem) ?? null,
      }}
      elsewhere={elsewhere}
      scheme={deskScheme(sent)}
      said={SAID.find((word) => word === query.said) ?? null}
    />
  );
}
