import type { ReactNode } from "react";
import { Lamp } from "#components/ui/lamp.tsx";
import { type DeskVoice, deskLanguages } from "#lib/desk/desk-voice.ts";
import { Porch } from "./porch.tsx";

type DoorPageProps = {
  readonly voice: DeskVoice;
  readonly title: string;
  readonly heading: string;
  readonly lead?: string | undefined;
  /** The same page in another language: its own address, without the language. */
  readonly path: string;
  readonly children?: ReactNode;
};

/** A page before the desk: sign-in and what belongs to it. One thing to do, in the light of the porch. */
export function DoorPage({ voice, title, heading, lead, path, children }: DoorPageProps) {
  const { say, locale } = voice;
  const query = path.includes("?") ? "&" : "?";
  return (
    <div className="door">
      <title>{`${title} · ${say("name")}`}</title>
      <div className="door-picture">
        <Porch />
      </div>
      <main className="door-main">
        <p className="door-name">
          <Lamp />
          <span>{say("name")}</span>
        </p>
        <h1 className="door-heading">{heading}</h1>
        {lead !== undefined && <p className="door-lead">{lead}</p>}
        {children}
        <nav className="door-languages" aria-label={say("account.language")}>
          {deskLanguages.map((language) => (
            <a
              key={language.locale}
              href={`${path}${query}lang=${language.locale}`}
              lang={language.locale}
              aria-current={language.locale === locale ? "true" : undefined}
            >
              {language.name}
            </a>
          ))}
        </nav>
      </main>
    </div>
  );
}
