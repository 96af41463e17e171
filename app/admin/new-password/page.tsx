import { DoorPage } from "#components/admin/door-page.tsx";
import { NewPasswordForm } from "#components/admin/new-password-form.tsx";
import { deskReader } from "#lib/server/desk-reader.ts";
import { PASSWORD_LENGTH } from "#lib/use-cases/access/read-person.ts";

type RouteProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a link to choose a password leads. */
export default async function NewPasswordPage({ searchParams }: RouteProps) {
  const [{ token, problem }, voice] = await Promise.all([searchParams, deskReader()]);
  const { say } = voice;
  const title = say("newPassword.title");
  if (typeof token !== "string" || problem === "stale") {
    return (
      <DoorPage
        voice={voice}
        title={title}
        heading={title}
        lead={say("newPassword.stale")}
        path="/admin/new-password?problem=stale"
      >
        <p className="door-ways">
          <a href="/admin/sign-in">{say("sent.back")}</a>
        </p>
      </DoorPage>
    );
  }
  const lead = say("newPassword.lead", PASSWORD_LENGTH);
  const path = `/admin/new-password?token=${encodeURIComponent(token)}`;
  return (
    <DoorPage voice={voice} title={title} heading={title} lead={lead} path={path}>
      <NewPasswordForm say={say} token={token} isShort={problem === "short"} password={PASSWORD_LENGTH} />
    </DoorPage>
  );
}
