import { redirect } from "next/navigation";
import { DoorPage } from "#components/admin/door-page.tsx";
import { SetUpForm } from "#components/admin/set-up-form.tsx";
import { carried } from "#lib/server/carried-fields.ts";
import { context } from "#lib/server/context.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { PASSWORD_LENGTH } from "#lib/use-cases/access/read-person.ts";
import { SET_UP_PROBLEMS } from "#lib/use-cases/access/read-set-up.ts";
import { setUpState } from "#lib/use-cases/access/set-up.ts";

type RouteProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The first owner of a fresh server; closed for good once there is one. */
export default async function SetUpPage({ searchParams }: RouteProps) {
  const { isOpen, hasShop } = await setUpState(context());
  if (!isOpen) redirect("/admin/sign-in");
  const [query, voice, typed] = await Promise.all([searchParams, deskReader(), carried("/admin/setup")]);
  const { say } = voice;
  const told = String(query.problem ?? "").split(",");
  return (
    <DoorPage
      voice={voice}
      title={say("setUp.title")}
      heading={say("setUp.heading")}
      lead={say("setUp.lead")}
      path="/admin/setup"
    >
      <SetUpForm
        say={say}
        typed={typed}
        problems={SET_UP_PROBLEMS.filter((problem) => told.includes(problem))}
        hasShop={hasShop}
        password={PASSWORD_LENGTH}
      />
    </DoorPage>
  );
}
