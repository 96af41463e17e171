/** A file of a few words; `rule` is what must catch it, null when it is legal. */
export type Planted = { readonly path: string; readonly source: string; readonly rule: string | null };
/** What a folder may import and may not. `*` in `file` becomes the name of each planted file. */
type Layer = { readonly file: string; readonly legal: readonly string[]; readonly forbidden: readonly string[] };

const UP = ["../elsewhere.ts", "../../db/client.ts", "./../sideways.ts"];
const CALLERS = ["#lib/server/context.ts", "#lib/worker/main.ts", "#lib/cli/main.ts", "#components/ui/button.tsx"];
const FRAME = ["next", "next/headers", "react", "react-dom/server"];
const SQL = ["postgres", "drizzle-orm", "drizzle-orm/pg-core"];
const DOMAIN = ["kernel/ids", "tracking/state", "brand/brand", "promise/delay", "recommend/gate", "orders/drafts"].map(
  (name) => `#lib/${name}.ts`,
);
const IMPURE = [
  ...["node:fs", "node:fs/promises", "#db/client.ts", "#db/queries/orders.ts", "#lib/use-cases/a/b.ts"],
  ...["#lib/runtime/env.ts", "#lib/carriers/carrier.ts", ...SQL, ...FRAME, ...CALLERS, ...UP],
];

export const LAYERS: readonly Layer[] = [
  {
    file: "lib/kernel/*.ts",
    legal: ["./ids.ts", "temporal-polyfill"],
    forbidden: ["#lib/tracking/state.ts", "zod", ...IMPURE],
  },
  {
    file: "lib/tracking/*.ts",
    legal: ["./state.ts", "#lib/kernel/ids.ts", "temporal-polyfill"],
    forbidden: ["#lib/promise/delay.ts", "#lib/brand/brand.ts", "zod", ...IMPURE],
  },
  {
    file: "lib/brand/*.ts",
    legal: ["./palette.ts", "#lib/kernel/ids.ts", "culori", "zod", "use-intl/core"],
    forbidden: ["#lib/promise/delay.ts", "use-intl/react", ...IMPURE],
  },
  {
    file: "lib/desk/*.ts",
    legal: ["./desk-voice.ts", "#lib/kernel/ids.ts", "#lib/brand/locale.ts", "use-intl/core"],
    forbidden: ["#lib/promise/delay.ts", "zod", "use-intl/react", ...IMPURE],
  },
  {
    file: "lib/promise/*.ts",
    legal: ["./delay.ts", "#lib/kernel/ids.ts", "#lib/tracking/state.ts", "temporal-polyfill"],
    forbidden: ["#lib/recommend/gate.ts", "#lib/orders/drafts.ts", "zod", ...IMPURE],
  },
  {
    file: "lib/map/*.ts",
    legal: ["./view-of.ts", "#lib/kernel/ids.ts", "#lib/tracking/state.ts", "d3-geo", "topojson-client", "node:fs"],
    forbidden: ["#lib/brand/brand.ts", "node:fs/promises", "zod", ...IMPURE.slice(2)],
  },
  {
    file: "lib/messages/*.ts",
    legal: ["./mailer.ts", "#lib/kernel/result.ts", "#lib/brand/brand.ts", "nodemailer"],
    forbidden: ["#lib/tracking/state.ts", "zod", ...IMPURE],
  },
  {
    file: "lib/recommend/*.ts",
    legal: ["./gate.ts", "#lib/kernel/ids.ts", "#lib/tracking/state.ts"],
    forbidden: ["#lib/promise/delay.ts", "zod", ...IMPURE],
  },
  {
    file: "lib/orders/shopify/*.ts",
    legal: ["./map.ts", "#lib/orders/drafts.ts", "#lib/kernel/money.ts", "#lib/promise/delay.ts", "zod"],
    forbidden: ["csv-parse/sync", "#lib/recommend/gate.ts", ...IMPURE],
  },
  {
    file: "lib/orders/csv/*.ts",
    legal: ["./record-framer.ts", "#lib/kernel/result.ts", "csv-parse/sync"],
    forbidden: ["csv-parse", "zod", "#lib/orders/drafts.ts", ...IMPURE],
  },
  {
    file: "lib/carriers/fedex/*.ts",
    legal: [
      ...["./map.ts", "#lib/carriers/carrier.ts", "#lib/carriers/http.ts", "#lib/carriers/token.ts"],
      ...["#lib/carriers/ask-for-token.ts", "#lib/carriers/tracked.ts", "#lib/carriers/tracking-number.ts"],
      ...["#lib/carriers/meaning.ts", "#lib/carriers/midnight-as-day.ts", "#lib/carriers/reading.ts"],
      ...["#lib/carriers/summary-parts.ts", "#lib/tracking/state.ts", "zod"],
    ],
    forbidden: [
      ...["#lib/carriers/ups/map.ts", "#lib/carriers/registry.ts", "#lib/carriers/kept-raw.ts"],
      ...["#lib/promise/delay.ts", "#lib/runtime/env.ts"],
      ...["#db/queries/orders.ts", "#lib/use-cases/a/b.ts", ...SQL, ...FRAME, ...CALLERS, ...UP],
    ],
  },
  {
    file: "lib/runtime/*.ts",
    legal: ["./env.ts", "#lib/kernel/result.ts", "node:crypto", "node:fs/promises", "zod", "pino"],
    forbidden: ["#lib/tracking/state.ts", "#db/client.ts", ...SQL, ...FRAME, ...CALLERS, ...UP],
  },
  {
    file: "db/queries/*.ts",
    legal: ["./links.ts", "#db/schema/index.ts", "#lib/kernel/ids.ts", "#lib/promise/delay.ts", ...SQL],
    forbidden: ["#lib/carriers/carrier.ts", "#lib/use-cases/a/b.ts", ...FRAME, ...CALLERS, ...UP],
  },
  {
    file: "lib/use-cases/orders/*.ts",
    legal: [
      ...["#lib/use-cases/a/b.ts", "#lib/carriers/carrier.ts", "#lib/runtime/key-ring.ts", ...DOMAIN],
      ...["#db/queries/orders.ts", "#db/tenant.ts", "#db/client.ts"],
    ],
    forbidden: [
      ...["#lib/carriers/registry.ts", "#lib/carriers/fedex/client.ts", "#lib/runtime/env.ts", "#lib/demo/load.ts"],
      ...["#db/schema/orders.ts", "#db/migrate.ts", ...SQL, ...FRAME, ...CALLERS, ...UP],
    ],
  },
  {
    file: "lib/auth/*.ts",
    legal: [
      ...["./create-auth.ts", "#lib/use-cases/access/b.ts", "#lib/runtime/key-ring.ts", "#lib/kernel/ids.ts"],
      ...["#db/client.ts", "#db/schema/index.ts", "better-auth", "better-auth/crypto"],
    ],
    forbidden: ["#lib/use-cases/a/b.ts", "#lib/runtime/env.ts", "#db/tenant.ts", ...SQL, ...FRAME, ...CALLERS, ...UP],
  },
  {
    file: "lib/server/*.ts",
    legal: [
      ...[
        "#lib/use-cases/a/b.ts",
        "#lib/carriers/registry.ts",
        "#lib/carriers/http.ts",
        "#lib/runtime/env.ts",
        ...DOMAIN,
      ],
      ...["#db/queries/orders.ts", "#db/client.ts", "#db/tenant.ts", ...FRAME],
    ],
    forbidden: [
      ...["#lib/carriers/fedex/client.ts", "#lib/worker/main.ts", "#lib/cli/main.ts", "#lib/demo/load.ts"],
      ...["better-auth", "better-auth/crypto", "#db/schema/orders.ts", "#components/ui/button.tsx", ...SQL, ...UP],
    ],
  },
  {
    file: "lib/demo/*.ts",
    legal: [
      ...["#lib/use-cases/a/b.ts", "#db/queries/orders.ts", "#db/tenant.ts", "#lib/runtime/key-ring.ts", ...DOMAIN],
      "#lib/carriers/sandbox/script.ts",
    ],
    forbidden: ["#db/schema/orders.ts", "#lib/carriers/fedex/client.ts", ...SQL, ...FRAME, ...CALLERS, ...UP],
  },
  {
    file: "lib/worker/*.ts",
    legal: ["#lib/use-cases/a/b.ts", "#lib/carriers/registry.ts", "#db/client.ts", "#lib/runtime/env.ts", "pg-boss"],
    forbidden: ["#lib/server/context.ts", "#components/ui/button.tsx", ...FRAME, ...UP],
  },
  {
    file: "lib/cli/*.ts",
    legal: ["#lib/use-cases/a/b.ts", "#lib/demo/load.ts", "#db/migrate.ts", "#lib/runtime/env.ts", "commander"],
    forbidden: ["#lib/server/context.ts", "#components/ui/button.tsx", ...FRAME, ...UP],
  },
  {
    file: "components/tracking/*.tsx",
    legal: ["./answer.tsx", "#components/ui/button.tsx", "react", "use-intl", ...DOMAIN],
    forbidden: [
      ...["#db/queries/orders.ts", "#lib/use-cases/a/b.ts", "#lib/runtime/env.ts", "#lib/demo/load.ts", "node:fs"],
      ...[...SQL, ...CALLERS.slice(0, 3), ...UP],
    ],
  },
  {
    file: "components/ui/*.tsx",
    legal: ["./icon.tsx", "#components/ui/icon.tsx", "react"],
    forbidden: [
      ...["#components/tracking/answer.tsx", "#db/queries/orders.ts", "node:fs"],
      ...[...DOMAIN, ...SQL, ...UP],
    ],
  },
  {
    file: "app/t/[token]/*.tsx",
    legal: [
      ...["./actions.ts", "#lib/server/context.ts", "#lib/use-cases/a/b.ts", "#components/tracking/answer.tsx"],
      ...["#db/queries/orders.ts", ...DOMAIN, ...FRAME],
    ],
    forbidden: [
      ...["#db/client.ts", "#db/schema/orders.ts", "#db/tenant.ts", "#lib/carriers/registry.ts", "#lib/demo/load.ts"],
      ...["#lib/worker/main.ts", "#lib/cli/main.ts", ...SQL, ...UP],
    ],
  },
  { file: "proxy.ts", legal: ["#lib/server/headers.ts"], forbidden: [] },
  { file: "instrumentation.ts", legal: [], forbidden: ["#db/client.ts"] },
  {
    file: "bench/*.ts",
    legal: ["./main.ts", "#lib/cli/main.ts", "#lib/use-cases/a/b.ts", "#db/testing.ts", "#e2e/find-chromium.ts"],
    forbidden: ["./app/layout.tsx", ...UP],
  },
  {
    file: "e2e/gallery.ts",
    legal: [],
    forbidden: ["#db/testing.ts"],
  },
  {
    file: "e2e/production-app.ts",
    legal: [],
    forbidden: ["#db/client.ts"],
  },
  {
    file: "e2e/*.ts",
    legal: ["./fixtures.ts", "@playwright/test", "#db/testing.ts", "#lib/demo/load.ts", "#lib/use-cases/a/b.ts"],
    forbidden: [
      ...["#db/client.ts", "#db/queries/orders.ts", "#lib/tracking/state.ts", "#lib/carriers/carrier.ts"],
      ...[...SQL, ...FRAME, ...CALLERS, ...UP],
    ],
  },
];

/** The globals that a pure folder may not read; elsewhere nobody minds. */
export const GLOBALS: readonly Planted[] = [
  ...["kernel", "tracking", "brand", "desk", "map", "promise", "recommend", "orders"].flatMap((name) =>
    ["Date.now()", "new Date()", "fetch('/')", "process.env"].map((code, at) => ({
      path: `lib/${name}/global-${at}.ts`,
      source: `export const planted = ${code};\n`,
      rule: "noRestrictedGlobals",
    })),
  ),
  { path: "lib/runtime/environment.ts", source: "export const planted = process.env;\n", rule: null },
];

export const CYCLE: readonly Planted[] = [
  { path: "lib/tracking/egg.ts", source: 'export { hen as egg } from "#lib/tracking/hen.ts";', rule: "noImportCycles" },
  { path: "lib/tracking/hen.ts", source: 'export { egg as hen } from "./egg.ts";', rule: "noImportCycles" },
];

/** House rules that are not about layers, and the exceptions that our tools need. */
export const HOUSE_RULES: readonly Planted[] = [
  { path: "lib/cli/default-export.ts", source: "export default 1;", rule: "noDefaultExport" },
  { path: "app/page.tsx", source: "export default 1;", rule: null },
  { path: "planted.config.ts", source: "export default 1;", rule: null },
  { path: "lib/server/print.ts", source: 'console.log("planted");', rule: "noConsole" },
  { path: "lib/cli/print.ts", source: 'console.log("planted");', rule: null },
  { path: "lib/cli/enums.ts", source: "export enum Planted { One }", rule: "noEnum" },
  {
    path: "lib/cli/interfaces.ts",
    source: "export interface Planted { one: 1 }",
    rule: "useConsistentTypeDefinitions",
  },
  { path: "lib/cli/anything.ts", source: "export type Planted = any;", rule: "noExplicitAny" },
  { path: "lib/cli/bang.ts", source: "export const planted = [1][0]!;", rule: "noNonNullAssertion" },
  { path: "lib/cli/ending.ts", source: 'import "./anything";', rule: "useImportExtensions" },
  { path: "lib/cli/floating.ts", source: "async function f() {}\nf();", rule: "noFloatingPromises" },
  { path: "lib/cli/camelCase.ts", source: "export {};", rule: "useFilenamingConvention" },
  { path: "lib/tracking/exempt.test.ts", source: 'import "#lib/cli/main.ts";\nDate.now();', rule: null },
  { path: "lib/tracking/exempt-testing.ts", source: 'import "#lib/cli/main.ts";\nDate.now();', rule: null },
  { path: "lib/tracking/upward.test.ts", source: 'import "../cli/main.ts";', rule: "noRestrictedImports" },
];
