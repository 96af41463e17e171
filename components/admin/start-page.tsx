import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { RoomHead } from "./room-head.tsx";

type Counts = {
  readonly late: number;
  readonly waiting: number;
  readonly carriers: number;
  readonly paused: number;
  readonly people: number;
};

type StartPageProps = {
  readonly say: DeskSay;
  readonly shop: string;
  readonly slug: string;
  readonly counts: Counts;
  /** What is counted no further is more than this. */
  readonly most: number;
};

/** The start of a shop's desk: how things stand, in sentences. */
export function StartPage({ say, shop, slug, counts, most }: StartPageProps) {
  const { late, waiting, carriers, paused, people } = counts;
  const isCalm = late + waiting + paused === 0;
  const upTo = (count: number, key: "late" | "waiting") =>
    count > most ? say(`home.${key}Many`, { count: most }) : say(`home.${key}`, { count });
  const lines = [
    { key: "waiting", text: upTo(waiting, "waiting"), isOpen: waiting > 0 },
    { key: "late", text: upTo(late, "late"), isOpen: late > 0 },
    {
      key: "carriers",
      text: say("home.carriers", { count: carriers }),
      isOpen: carriers === 0,
    },
    ...(carriers === 0 ? [] : [{ key: "paused", text: say("home.paused", { count: paused }), isOpen: paused > 0 }]),
    { key: "people", text: say("home.people", { count: people }), isOpen: false },
  ];
  return (
    <>
      <RoomHead
        say={say}
        title={say("home.title")}
        shop={shop}
        heading={isCalm ? say("home.calm") : say("home.attention")}
      />
      <ul className="lines">
        {lines.map(({ key, text, isOpen }) => (
          <li key={key} className={isOpen ? "line line-open" : "line"}>
            {text}
          </li>
        ))}
      </ul>
      <section className="hint" aria-labelledby="next">
        <h2 id="next" className="hint-heading">
          {say("home.next")}
        </h2>
        <p>{say("home.nextText", { slug })}</p>
      </section>
    </>
  );
}
