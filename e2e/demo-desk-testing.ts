import { hashPassword, verifyPassword } from "#lib/auth/passwords.ts";
import { type DemoLogin, ensureDemoOwner } from "#lib/demo/demo-owner.ts";
import { demoSlugs } from "#lib/demo/merchants.ts";
import { fillQueue } from "./open-desk-testing.ts";

/** The desks of the demo's shops as the demo has them: one owner, and what needs a person. */
export async function openDemoDesk(deps: Omit<Parameters<typeof ensureDemoOwner>[0], "passwords">): Promise<DemoLogin> {
  for (const slug of demoSlugs) await fillQueue(deps, slug);
  return ensureDemoOwner({ ...deps, passwords: { hashPassword, verifyPassword } });
}
