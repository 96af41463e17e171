import { DESK_SCHEMES, type DeskScheme } from "#lib/desk/desk-schemes.ts";
import type { DeskSay } from "#lib/desk/desk-voice.ts";

type ColoursProps = {
  readonly say: DeskSay;
  /** The page to come back to. */
  readonly path: string;
  readonly chosen: DeskScheme;
};

/** By day, by night, or as the device is: one press, also without script. */
export function Colours({ say, path, chosen }: ColoursProps) {
  return (
    <section className="own-part" id="colours" aria-labelledby="colours-heading">
      <h2 id="colours-heading" className="hint-heading">
        {say("account.colours.heading")}
      </h2>
      <p className="text-muted">{say("account.colours.text")}</p>
      <form className="own-choices" method="post" action="/admin/colours">
        <input type="hidden" name="to" value={path} />
        <input type="hidden" name="at" value="colours" />
        {DESK_SCHEMES.map((scheme) => (
          <button
            key={scheme}
            type="submit"
            className="button button-quiet own-choice"
            name="scheme"
            value={scheme}
            aria-pressed={scheme === chosen}
          >
            {say(`account.colours.${scheme}`)}
          </button>
        ))}
      </form>
    </section>
  );
}
