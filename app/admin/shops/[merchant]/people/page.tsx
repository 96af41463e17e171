import { PeoplePage } from "#components/admin/people-page.tsx";
import { carried } from "#lib/server/carried-fields.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { canMail } from "#lib/server/desk-mailer.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { shopMembers } from "#lib/server/shop-reads.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const SAID = ["added", "role", "removed"] as const;
const PROBLEMS = ["lastOwner", "gone"] as const;

/** Who may enter this shop's desk. */
export default async function ShopPeoplePage({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const { merchant, person } = await requireMember(slug, "/admin/shops/[merchant]/people");
  const path = deskPath("/admin/shops/[merchant]/people", slug);
  const [{ say }, people, query, typed] = await Promise.all([
    deskReader(),
    shopMembers(merchant.id),
    searchParams,
    carried(path),
  ]);
  return (
    <PeoplePage
      say={say}
      shop={merchant.name}
      path={path}
      people={people}
      me={person.id}
      said={SAID.find((word) => word === query.said) ?? null}
      problem={PROBLEMS.find((word) => word === query.problem) ?? null}
      adding={{
        command: canMail() ? null : `porchlight member add EMAIL --merchant ${slug} --role support`,
        typed,
        isEmailWrong: query.problem === "email",
      }}
    />
  );
}
