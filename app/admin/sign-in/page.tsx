import { redirect } from "next/navigation";
import { DoorPage } from "#components/admin/door-page.tsx";
import { SignInForm } from "#components/admin/sign-in-form.tsx";
import { Said } from "#components/ui/said.tsx";
import { carried } from "#lib/server/carried-fields.ts";
import { context } from "#lib/server/context.ts";
import { signedIn } from "#lib/server/desk-access.ts";
import { onwardFrom } from "#lib/server/desk-doors.ts";
import { canMail } from "#lib/server/desk-mailer.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { setUpState } from "#lib/use-cases/access/set-up.ts";

type RouteProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: RouteProps) {
  const [query, voice, person, typed] = await Promise.all([
    searchParams,
    deskReader(),
    signedIn(),
    carried("/admin/sign-in"),
  ]);
  const to = onwardFrom(typeof query.to === "string" ? query.to : null);
  if (person !== null) redirect(to);
  if ((await setUpState(context())).isOpen) redirect("/admin/setup");
  const { say } = voice;
  const said = query.said === "signedOut" || query.said === "saved" ? query.said : null;
  return (
    <DoorPage
      voice={voice}
      title={say("signIn.title")}
      heading={say("signIn.heading")}
      lead={say("signIn.lead")}
      path={`/admin/sign-in?to=${encodeURIComponent(to)}`}
    >
      {said !== null && <Said text={say(`signIn.${said}`)} />}
      <SignInForm say={say} email={typed.email ?? ""} to={to} isWrong={query.problem === "wrong"} canMail={canMail()} />
    </DoorPage>
  );
}
