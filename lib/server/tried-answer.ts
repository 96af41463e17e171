import "server-only";
import { keepTried } from "#lib/use-cases/rules/dry-run/keep-tried.ts";
import { tryRules } from "#lib/use-cases/rules/dry-run/try-rules.ts";
import { type FormKey, openRuleForm } from "#lib/use-cases/rules/forms/open-rule-form.ts";
import { RULES_FORM_KINDS } from "#lib/use-cases/rules/forms/rule-form.ts";
import { context } from "./context.ts";
import { logOutOfReach } from "./log-out-of-reach.ts";
import { seeOther } from "./see-other.ts";

/** A try takes a processor's time from shoppers' pages: one at a time in this process. */
let isTrying = false;

type Tell = (line: Readonly<Record<string, unknown>>) => void;

/**
 * Tries a form's draft on the last 90 days and leads back to its page. To a script that asks for it, how far it is comes line by
 * line meanwhile. While another is tried the page says so.
 */
export async function triedAnswer(request: Request, page: string, key: FormKey): Promise<Response> {
  if (request.headers.get("accept") !== "application/x-ndjson") return seeOther(await whereTried(page, key, () => {}));
  const encoder = new TextEncoder();
  let isGone = false;
  const lines = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      // Who has gone away hears nothing more; what is being tried ends by itself.
      const tell: Tell = (line) => {
        if (!isGone) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      tell({ to: await whereTried(page, key, tell).catch(failed(page)) });
      if (!isGone) controller.close();
    },
    cancel: () => {
      isGone = true;
    },
  });
  return new Response(lines, { headers: { "Content-Type": "application/x-ndjson", "Cache-Control": "no-store" } });
}

function failed(page: string): (error: unknown) => string {
  return (error) => {
    logOutOfReach(error, "rules that were tried");
    return `${page}&problem=busy`;
  };
}

async function whereTried(page: string, key: FormKey, tell: Tell): Promise<string> {
  if (isTrying) return `${page}&problem=busy`;
  isTrying = true;
  try {
    const { draft } = await openRuleForm(context(), key);
    if (draft === null) return `${page}&problem=wrong`;
    const kind = RULES_FORM_KINDS[key.form];
    const tried = await tryRules(context(), { merchantId: key.merchantId, kind, rules: draft, onProgress: tell });
    await keepTried(context(), key, tried);
    return `${page}#tried`;
  } finally {
    isTrying = false;
  }
}
