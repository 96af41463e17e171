import type { DeskFormat } from "#components/admin/desk-format.ts";
import { RoomHead } from "#components/admin/room-head.tsx";
import { Said } from "#components/ui/said.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { IMPORT_KINDS } from "#lib/orders/kind-named.ts";
import { FileGuide } from "./file-guide.tsx";
import { UploadForm } from "./upload-form.tsx";
import { UploadHistory, type UploadHistoryProps } from "./upload-history.tsx";

type ImportsPageProps = {
  readonly say: DeskSay;
  readonly format: DeskFormat;
  readonly shop: string;
  readonly zone: string;
  /** Where this page is; its forms stand below it. */
  readonly path: string;
  /** Where the shop's orders are. */
  readonly orders: string;
  readonly mostBytes: number;
  readonly problem: "noFile" | "cutOff" | "tooLarge" | null;
  /** A file that was thrown away a moment ago, and may be taken back. */
  readonly dropped: string | null;
  readonly history: Omit<UploadHistoryProps, "say" | "format" | "path">;
};

/** Where files are brought, and what became of those before. */
export function ImportsPage(props: ImportsPageProps) {
  const { say, format, shop, zone, path, orders, mostBytes, problem, dropped, history } = props;
  const megabytes = Math.round(mostBytes / 1_000_000);
  const kinds = IMPORT_KINDS.map((kind) => ({ value: kind, text: say(`imports.kinds.${kind}`) }));
  return (
    <>
      <p className="back">
        <a href={orders}>{say("nav.orders")}</a>
      </p>
      <RoomHead
        say={say}
        title={say("imports.title")}
        shop={shop}
        heading={say("imports.heading")}
        lead={say("imports.lead")}
      />
      {dropped !== null && <Dropped say={say} action={`${path}/${dropped}/drop`} />}
      {problem !== null && <Said text={say(`imports.problem.${problem}`, { megabytes })} isTrouble />}
      <UploadForm
        action={`${path}/upload`}
        mostBytes={mostBytes}
        kinds={[{ value: "", text: say("imports.anyKind") }, ...kinds]}
        words={{
          hint: say("imports.fileHint", { megabytes }),
          drop: say("imports.drop"),
          kind: say("imports.kind"),
          look: say("imports.look"),
          sending: say("imports.sending"),
          sendFailed: say("imports.sendFailed"),
          tooLarge: say("imports.problem.tooLarge", { megabytes }),
          noFile: say("imports.problem.noFile"),
        }}
      />
      <FileGuide say={say} zone={zone} />
      <UploadHistory say={say} format={format} path={path} {...history} />
    </>
  );
}

function Dropped({ say, action }: { readonly say: DeskSay; readonly action: string }) {
  return (
    <form className="said said-undo" method="post" action={action}>
      <input type="hidden" name="do" value="undo" />
      <p role="status">{say("imports.said.dropped")}</p>
      <button type="submit" className="button button-quiet">
        {say("imports.undo")}
      </button>
    </form>
  );
}
