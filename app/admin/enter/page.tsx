import { DoorPage } from "#components/admin/door-page.tsx";
import { deskReader } from "#lib/server/desk-reader.ts";

type RouteProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a mailed link leads: one press signs in. Reading the page uses nothing up, since letter boxes read ahead. */
export default async function EnterPage({ searchParams }: RouteProps) {
  const [{ token, problem }, voice] = await Promise.all([searchParams, deskReader()]);
  const { say } = voice;
  if (typeof token !== "string" || problem !== undefined) {
    return (
      <DoorPage
        voice={voice}
        title={say("enter.title")}
        heading={say("enter.title")}
        lead={say("enter.stale")}
        path="/admin/enter"
      >
        <p className="door-ways">
          <a href="/admin/link">{say("enter.again")}</a>
        </p>
      </DoorPage>
    );
  }
  const path = `/admin/enter?token=${encodeURIComponent(token)}`;
  return (
    <DoorPage
      voice={voice}
      title={say("enter.title")}
      heading={say("enter.title")}
      lead={say("enter.lead")}
      path={path}
    >
      <form className="door-form" method="post" action="/admin/enter/session">
        <input type="hidden" name="token" value={token} />
        <button type="submit" className="button">
          {say("enter.button")}
        </button>
      </form>
    </DoorPage>
  );
}
