import type { DeskFormat } from "#components/admin/desk-format.ts";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";

export type SeenCode = {
  readonly carrier: string;
  readonly code: string;
  readonly description: string | null;
  readonly times: number;
  readonly lastSeenAt: string;
};

type UnknownCodesProps = {
  readonly say: DeskSay;
  readonly format: DeskFormat;
  readonly codes: readonly SeenCode[];
};

/** Codes that no table has, the most frequent first. */
export function UnknownCodes({ say, format, codes }: UnknownCodesProps) {
  const titles = (["code", "carrier", "words", "times", "last"] as const).map((key) => say(`carriers.codes.${key}`));
  const [, carrier, words, times, last] = titles;
  return (
    <section className="hint codes" aria-labelledby="codes">
      <h2 id="codes" className="hint-heading">
        {say("carriers.codes.title")}
      </h2>
      <p className="quiet">{say(codes.length === 0 ? "carriers.codes.none" : "carriers.codes.text")}</p>
      {codes.length > 0 && (
        <div className="table-place">
          <table className="table">
            <caption className="sr-only">{say("carriers.codes.title")}</caption>
            <thead>
              <tr>
                {titles.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {codes.map((code) => (
                <tr key={`${code.carrier} ${code.code}`} className="table-row">
                  <th scope="row" className="table-name">
                    <code>{code.code}</code>
                  </th>
                  <td data-title={carrier}>{carrierName(code.carrier)}</td>
                  <td data-title={words}>{code.description ?? say("carriers.codes.noWords")}</td>
                  <td data-title={times}>{format.number(code.times)}</td>
                  <td data-title={last}>{format.moment(code.lastSeenAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
