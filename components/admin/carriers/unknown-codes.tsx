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
  const titles = (["code", "carrier", "words", "last", "times"] as const).map((key) => say(`carriers.codes.${key}`));
  const [, carrier, words, last, times] = titles;
  return (
    <section className="hint codes" aria-labelledby="codes">
      <h2 id="codes" className="hint-heading">
        {say("carriers.codes.title")}
      </h2>
      <p className="quiet">{say(codes.length === 0 ? "carriers.codes.none" : "carriers.codes.text")}</p>
      {codes.length > 0 && (
        <div className="datatable-place">
          <table className="datatable">
            <caption className="sr-only">{say("carriers.codes.title")}</caption>
            <thead className="sr-only desk:not-sr-only">
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
                <tr key={`${code.carrier} ${code.code}`} className="datatable-row">
                  <th scope="row" className="datatable-name">
                    <code>{code.code}</code>
                  </th>
                  <td data-title={carrier}>{carrierName(code.carrier)}</td>
                  <td data-title={words}>{code.description ?? say("carriers.codes.noWords")}</td>
                  <td data-title={last}>{format.moment(code.lastSeenAt)}</td>
                  <td data-title={times}>{format.number(code.times)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
