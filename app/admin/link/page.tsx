import { redirect } from "next/navigation";
import { DoorPage } from "#components/admin/door-page.tsx";
import { EmailForm } from "#components/admin/email-form.tsx";
import { SentNotice } from "#components/admin/sent-notice.tsx";
import { carried } from "#lib/server/carried-fields.ts";
import { canMail } from "#lib/server/desk-mailer.ts";
import { deskReader } from "#lib/server/desk-reader.ts";

type RouteProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Asks for a link to sign in, where links can be mailed. */
export default async function LinkPage({ searchParams }: RouteProps) {
  if (!canMail()) redirect("/admin/sign-in");
  const [query, voice, typed] = await Promise.all([searchParams, deskReader(), carried("/admin/link")]);
  const { say } = voice;
  if (query.said === "sent") return <SentNotice voice={voice} path="/admin/link?said=sent" />;
  return (
    <DoorPage
      voice={voice}
      title={say("link.title")}
      heading={say("link.title")}
      lead={say("link.lead")}
      path="/admin/link"
    >
      <EmailForm
        say={say}
        action="/admin/link/send"
        button={say("link.button")}
        email={typed.email ?? ""}
        isWrong={query.problem === "email"}
      />
    </DoorPage>
  );
}
