import { Said } from "#components/ui/said.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { AddPerson, type AddPersonProps } from "./add-person.tsx";
import { type Colleague, PersonRow } from "./person-row.tsx";
import { RoomHead } from "./room-head.tsx";

type PeoplePageProps = {
  readonly say: DeskSay;
  readonly shop: string;
  /** Where this page is; its forms stand below it. */
  readonly path: string;
  readonly people: readonly Colleague[];
  /** Whose page this is. */
  readonly me: string;
  readonly said: "added" | "role" | "removed" | null;
  readonly problem: "lastOwner" | "gone" | null;
  readonly adding: Omit<AddPersonProps, "say" | "path">;
};

/** Who may enter the desk, and what they may do there. */
export function PeoplePage({ say, shop, path, people, me, said, problem, adding }: PeoplePageProps) {
  return (
    <>
      <RoomHead
        say={say}
        title={say("people.title")}
        shop={shop}
        heading={say("people.title")}
        lead={say("people.lead")}
      />
      {said !== null && <Said text={say(`people.said.${said}`)} />}
      {problem !== null && <Said text={say(`people.problem.${problem}`)} isTrouble />}
      <ul className="people">
        {people.map((person) => (
          <PersonRow key={person.userId} say={say} path={path} person={person} isMe={person.userId === me} />
        ))}
      </ul>
      <AddPerson say={say} path={path} {...adding} />
    </>
  );
}
