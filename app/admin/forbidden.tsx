import { DeskRefusal } from "#components/admin/desk-refusal.tsx";
import { deskReader } from "#lib/server/desk-reader.ts";

/** The desk's 403: the shop is theirs, this page is for another role. */
export default async function DeskForbidden() {
  const voice = await deskReader();
  return <DeskRefusal voice={voice} kind="role" />;
}
