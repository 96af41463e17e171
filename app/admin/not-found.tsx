import { DeskRefusal } from "#components/admin/desk-refusal.tsx";
import { deskReader } from "#lib/server/desk-reader.ts";

/** The desk's 404: there is no such thing, or it is another shop's. */
export default async function DeskNotFound() {
  const voice = await deskReader();
  return <DeskRefusal voice={voice} kind="notFound" />;
}
