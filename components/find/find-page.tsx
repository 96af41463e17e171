import { FindFrame, type FindFrameProps } from "./find-frame.tsx";
import { LookUpForm, type LookUpFormProps } from "./look-up-form.tsx";

/** The look-up of one shop: what it is for, and one calm form. */
export function FindPage({ typed, problems, language, ...frame }: FindFrameProps & LookUpFormProps) {
  const { voice, slug, brand } = frame;
  return (
    <FindFrame {...frame} title={voice.say("find.title", { shop: brand.name })}>
      <div className="find-head">
        <h1 className="font-display text-title text-balance">{voice.say("find.heading")}</h1>
        <p className="text-muted">{voice.say("find.intro")}</p>
      </div>
      <LookUpForm voice={voice} slug={slug} language={language} typed={typed} problems={problems} />
    </FindFrame>
  );
}
