import { AppError } from "#lib/kernel/app-error.ts";
import { carry, carryNothing } from "#lib/server/carried-fields.ts";
import { context } from "#lib/server/context.ts";
import { anyonesForm } from "#lib/server/desk-form.ts";
import { setUpHere, signInWithPassword } from "#lib/server/desk-sign-in.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { secretLimits } from "#lib/use-cases/access/limits.ts";
import { readSetUp } from "#lib/use-cases/access/read-set-up.ts";
import { type FirstOwner, setUpState } from "#lib/use-cases/access/set-up.ts";

const PAGE = "/admin/setup";
const KEPT = ["code", "name", "email", "shop", "currency", "zone"];

/** Makes the first owner and signs them in. Closed for good once somebody may enter a desk. */
export function POST(request: Request): Promise<Response> {
  return anyonesForm(request, async ({ fields, from, limited, voice }) => {
    const deps = context();
    const refusal = await limited(secretLimits(from), PAGE);
    if (refusal !== null) return refusal;
    const { isOpen, hasShop } = await setUpState(deps);
    if (!isOpen) return seeOther("/admin/sign-in");
    const read = readSetUp(deps.keys, fields, { hasShop, locale: voice.locale });
    if (!read.ok) {
      const typed = Object.fromEntries(KEPT.map((name) => [name, fields[name] ?? ""]));
      return seeOther(`${PAGE}?problem=${read.problems.join(",")}#${read.problems[0]}`, [carry(PAGE, typed)]);
    }
    return makeOwner(request, read.owner);
  });
}

async function makeOwner(request: Request, owner: FirstOwner): Promise<Response> {
  try {
    await setUpHere(owner);
  } catch (error) {
    // Somebody else with the code was quicker.
    if (error instanceof AppError && error.code === "conflict") return seeOther("/admin/sign-in");
    throw error;
  }
  const kept = await signInWithPassword(request, owner);
  return seeOther("/admin", [...(kept ?? []), carryNothing()]);
}

/** Somebody came here by a link or went back. */
export function GET(): Response {
  return seeOther(PAGE);
}
