import type { DeskFormat } from "#components/admin/desk-format.ts";
import { RoomHead } from "#components/admin/room-head.tsx";
import { Said } from "#components/ui/said.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { LeftOut, type LeftOutRow } from "./left-out.tsx";
import { KindForm, Preview, type PreviewedEntry } from "./preview.tsx";
import { Counts, Done, Failed, Ready, Refused } from "./upload-outcome.tsx";
import { UploadProgress } from "./upload-progress.tsx";
import type { UploadView } from "./upload-view.ts";

type UploadPageProps = {
  readonly say: DeskSay;
  readonly format: DeskFormat;
  readonly shop: string;
  /** Where the list of files is, and where this page is; its forms stand below it. */
  readonly list: string;
  readonly path: string;
  /** Where the shop's orders are. */
  readonly orders: string;
  readonly keptDays: number;
  readonly upload: UploadView;
  readonly entries: readonly PreviewedEntry[];
  readonly problems: readonly LeftOutRow[];
  readonly isLate: boolean;
};

/** One file: what it is, how it is read, what would happen, and then what did. */
export function UploadPage({ say, format, shop, upload, isLate, ...rest }: UploadPageProps) {
  const { fileName, kind, createdByName, createdAt } = upload;
  const facts = {
    size: format.size(upload.sizeBytes),
    name: createdByName ?? say("imports.history.gone"),
    when: format.moment(createdAt),
  };
  const lead =
    kind === null
      ? say("imports.aboutUnknown", facts)
      : say("imports.about", { ...facts, kind: say(`imports.kinds.${kind}`) });
  return (
    <>
      <p className="back">
        <a href={rest.list}>{say("imports.title")}</a>
      </p>
      <RoomHead say={say} title={fileName} shop={shop} heading={fileName} lead={lead} />
      {isLate && <Said text={say("imports.problem.late")} isTrouble />}
      <Stage say={say} format={format} upload={upload} {...rest} />
    </>
  );
}

function Stage(props: Omit<UploadPageProps, "shop" | "isLate">) {
  const { say, format, upload, path, entries, problems, keptDays } = props;
  const counts = upload.state === "done" ? upload.imported : upload.checked;
  const isOver = upload.state === "ready" || upload.state === "done";
  return (
    <div className="stages">
      <Now {...props} />
      {isOver && counts !== null && (
        <Counts say={say} format={format} counts={counts} isDone={upload.state === "done"} />
      )}
      {isOver && counts !== null && counts.rejected > 0 && (
        <LeftOut
          say={say}
          count={counts.rejected}
          isDone={upload.state === "done"}
          rows={problems}
          file={upload.isForgotten ? null : `${path}/rejected`}
          keptDays={keptDays}
        />
      )}
      {upload.isForgotten && <p className="quiet">{say("imports.forgotten", { days: keptDays })}</p>}
      {entries.length > 0 && upload.kind !== null && <Preview say={say} format={format} entries={entries} />}
      {(upload.state === "ready" || upload.state === "refused") && !upload.isForgotten && (
        <KindForm say={say} action={`${path}/kind`} kind={upload.kind} />
      )}
    </div>
  );
}

function Now({ say, upload, path, list, orders }: Omit<UploadPageProps, "shop" | "isLate">) {
  switch (upload.state) {
    case "arriving":
    case "checking":
    case "importing":
      return <Working say={say} upload={upload} path={path} />;
    case "ready":
      return <Ready say={say} path={path} upload={upload} />;
    case "refused":
      return <Refused say={say} upload={upload} list={list} />;
    case "failed":
      return <Failed say={say} path={path} upload={upload} />;
    case "done":
      return <Done say={say} upload={upload} orders={orders} list={list} />;
  }
}

function Working({ say, upload, path }: Pick<UploadPageProps, "say" | "upload" | "path">) {
  const phase = upload.state === "importing" ? "importing" : "checking";
  const again =
    phase === "importing" ? { action: `${path}/start` } : { action: `${path}/kind`, kind: upload.kind ?? "" };
  const { state, progress, isTaken, isStalled } = upload;
  return (
    <UploadProgress
      source={`${path}/progress`}
      page={path}
      start={{ state, progress, isTaken, isStalled }}
      again={again}
      words={{
        heading: say(`imports.work.${phase}`),
        text: say(`imports.work.${phase}Text`),
        waiting: say("imports.work.waiting"),
        stalled: say("imports.work.stalled"),
        again: say("imports.work.again"),
        reload: say("imports.work.reload"),
      }}
    />
  );
}
