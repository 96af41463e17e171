import { redirect } from "next/navigation";
import { DoorPage } from "#components/admin/door-page.tsx";
import { ShopList } from "#components/admin/shop-list.tsx";
import { context } from "#lib/server/context.ts";
import { signedIn } from "#lib/server/desk-access.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { shopsOfPerson } from "#lib/use-cases/access/enter-desk.ts";

type RouteProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Which shop? Whoever has one only is led straight to it. */
export default async function ShopsPage({ searchParams }: RouteProps) {
  const [person, voice, { all }] = await Promise.all([signedIn(), deskReader(), searchParams]);
  if (person === null) redirect("/admin/sign-in");
  const { say } = voice;
  const shops = await shopsOfPerson(context(), { userId: person.id });
  const [only, ...others] = shops;
  if (only !== undefined && others.length === 0 && all === undefined)
    redirect(deskPath("/admin/shops/[merchant]", only.slug));
  const heading = only === undefined ? say("shops.none") : say("shops.heading");
  const lead = only === undefined ? say("shops.noneText") : undefined;
  return (
    <DoorPage voice={voice} title={say("shops.title")} heading={heading} lead={lead} path="/admin?all=1">
      <ShopList
        signOut={say("account.signOut")}
        shops={shops.map(({ slug, name, role }) => ({
          href: deskPath("/admin/shops/[merchant]", slug),
          name,
          role: say(`role.${role}`),
        }))}
      />
    </DoorPage>
  );
}
