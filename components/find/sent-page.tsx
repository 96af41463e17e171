import { FindFrame, type FindFrameProps } from "./find-frame.tsx";

type SentPageProps = FindFrameProps & {
  /** Where to try once more. */
  readonly findPath: string;
};

/** What everybody is told who asked, whether or not there is such an order. */
export function SentPage({ findPath, ...frame }: SentPageProps) {
  const { brand, voice } = frame;
  const { say } = voice;
  return (
    <FindFrame {...frame} title={say("find.sentTitle")}>
      <div className="find-head">
        <h1 className="font-display text-title text-balance">{say("find.sentHeading")}</h1>
        <p>{say("find.sent", { shop: brand.name })}</p>
        <p className="text-muted">{say("find.sentNothing")}</p>
        <p className="text-muted">{say("find.sentHelp", { shop: brand.name })}</p>
        <p>
          <a className="find-again" href={findPath}>
            {say("find.again")}
          </a>
        </p>
      </div>
    </FindFrame>
  );
}
