import { RoomHead } from "#components/admin/room-head.tsx";
import { Said } from "#components/ui/said.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";
import { siteKey, type Trial } from "./account-view.ts";
import { KeysForm } from "./keys-form.tsx";

export const CONNECT_PROBLEMS = ["clientId", "secret", "sandbox", "conflict", "exists", "label"] as const;
export type ConnectProblem = (typeof CONNECT_PROBLEMS)[number];

const KEY_SITES = ["ups", "fedex", "usps", "dhl", "easypost", "aftership", "seventeentrack"] as const;

type Connectable = { readonly code: string; readonly needsClientId: boolean; readonly isAggregator: boolean };

type ConnectPageProps = {
  readonly say: DeskSay;
  readonly shop: string;
  /** Where the carriers are, and where this page is; its form stands below it. */
  readonly list: string;
  readonly path: string;
  readonly carriers: readonly Connectable[];
  readonly chosen: Connectable | null;
  readonly isSandbox: boolean;
  readonly typed: Readonly<Record<string, string>>;
  readonly problem: ConnectProblem | null;
  readonly trial: Trial | null;
  readonly tryKeys: (form: FormData) => Promise<{ readonly isGood: boolean; readonly text: string }>;
};

/** A new account: which carrier, then its keys. */
export function ConnectPage({ say, shop, list, path, carriers, chosen, ...rest }: ConnectPageProps) {
  const heading =
    chosen === null
      ? say("carriers.connecting.title")
      : say("carriers.connecting.heading", { carrier: carrierName(chosen.code) });
  const site = chosen === null ? null : siteKey(chosen.code, KEY_SITES);
  return (
    <>
      <p className="back">
        <a href={list}>{say("carriers.connecting.back")}</a>
      </p>
      <RoomHead
        say={say}
        title={say("carriers.connecting.title")}
        shop={shop}
        heading={heading}
        lead={site === null ? say("carriers.connecting.lead") : say(`carriers.keysAt.${site}`)}
      />
      {chosen === null ? (
        <ul className="carrier-choices">
          {carriers.map(({ code, isAggregator }) => (
            <li key={code}>
              <a className="carrier-choice" href={`${path}?carrier=${code}`}>
                <span className="account-name">{carrierName(code)}</span>
                {isAggregator && <span className="quiet">{say("carriers.aggregatorTag")}</span>}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <Keys say={say} path={path} chosen={chosen} {...rest} />
      )}
    </>
  );
}

type KeysProps = Omit<ConnectPageProps, "shop" | "list" | "carriers" | "chosen"> & { readonly chosen: Connectable };

function Keys({ say, path, chosen, isSandbox, typed, problem, trial, tryKeys }: KeysProps) {
  const error = (field: ConnectProblem) => (problem === field ? say(`carriers.problem.${field}`) : null);
  return (
    <>
      {problem === "conflict" && <Said text={say("carriers.problem.conflict")} isTrouble />}
      {trial !== null && <Said text={say(`carriers.trial.${trial}`)} isTrouble />}
      <KeysForm
        action={`${path}/save`}
        carrier={chosen.code}
        needsClientId={chosen.needsClientId}
        typed={typed}
        label={typed.label ?? "main"}
        errors={{
          clientId: error("clientId") ?? (chosen.needsClientId ? error("sandbox") : null),
          secret: error("secret") ?? (chosen.needsClientId ? null : error("sandbox")),
          label: error("label") ?? error("exists"),
        }}
        offersAnyway={trial !== null && trial !== "refused"}
        isOptional={false}
        tryKeys={tryKeys}
        words={{
          clientId: say("carriers.connecting.clientId"),
          secret: chosen.needsClientId ? say("carriers.connecting.secret") : say("carriers.connecting.apiKey"),
          secretHint: say("carriers.connecting.secretHint"),
          sandboxHint: isSandbox ? say("carriers.connecting.sandboxHint") : null,
          label: say("carriers.connecting.label"),
          labelHint: say("carriers.connecting.labelHint"),
          anyway: say("carriers.connecting.anyway"),
          button: say("carriers.connecting.button"),
          try: say("carriers.connecting.try"),
          trying: say("carriers.connecting.trying"),
        }}
      />
      <p>
        <a className="back-link" href={path}>
          {say("carriers.connecting.other")}
        </a>
      </p>
    </>
  );
}
