import { redirect } from "next/navigation";
import { DoorPage } from "#components/admin/door-page.tsx";
import { EmailForm } from "#components/admin/email-form.tsx";
import { SentNotice } from "#components/admin/sent-notice.tsx";
import { carried } from "#lib/server/carried-fields.ts";
import { canMail } from "#lib/server/desk-mailer.ts";
import { deskReader } from "#lib/server/desk-reader.ts";

type RouteProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Asks for a link to choose a new password, where links can be mailed. */
export default async function ForgottenPage({ searchParams }: RouteProps) {
  if (!canMail()) redirect("/admin/sign-in");
  const [query, voice, typed] = await Promise.all([searchParams, deskReader(), carried("/admin/forgotten")]);
  const { say } = voice;
  if (query.said === "sent") return <SentNotice voice={voice} path="/admin/forgotten?said=sent" />;
  return (
    <DoorPage
      voice={voice}
      title={say("forgotten.title")}
      heading={say("forgotten.title")}
      lead={say("forgotten.lead")}
      path="/admin/forgotten"
    >
      <EmailForm
        say={say}
        action="/admin/forgotten/send"
        button={say("forgotten.button")}
        email={typed.email ?? ""}
        isWrong={query.problem === "email"}
      />
    </DoorPage>
  );
}
