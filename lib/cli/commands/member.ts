import { Command, Option } from "commander";
import { membersOf } from "#db/queries/members.ts";
import { findPerson } from "#db/queries/people.ts";
import { withTenant } from "#db/tenant.ts";
import type { Runtime } from "#lib/cli/runtime.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { PersonId } from "#lib/kernel/ids.ts";
import { ROLES, type Role } from "#lib/kernel/role.ts";
import { addMember } from "#lib/use-cases/access/add-member.ts";
import { removeMember, setMemberRole } from "#lib/use-cases/access/change-member.ts";
import { emailFrom } from "#lib/use-cases/access/read-person.ts";

const LINK_HOURS = 72;

type AddOptions = { readonly merchant: string; readonly role: Role; readonly name: string };

/** `porchlight member add|list|remove|link`. */
export function memberCommand(): Command {
  const member = new Command("member").description("who may enter a shop's desk");
  member
    .command("add")
    .description(
      "let somebody in, or give them another role; prints a link to choose a password where they have none yet",
    )
    .argument("<email>")
    .requiredOption("--merchant <slug>", "which shop")
    .addOption(new Option("--role <role>", "what they may do").choices(ROLES).makeOptionMandatory())
    .option("--name <name>", "their name (default: the first part of the address)", "")
    .action((email: string, options: AddOptions) => add(email, options));
  member
    .command("list")
    .description("one member a line: address, role, name, tab between")
    .requiredOption("--merchant <slug>", "which shop")
    .action((options: { readonly merchant: string }) => list(options.merchant));
  member
    .command("remove")
    .description("take somebody's key to a shop's desk, at once")
    .argument("<email>")
    .requiredOption("--merchant <slug>", "which shop")
    .action((email: string, options: { readonly merchant: string }) => remove(email, options.merchant));
  member
    .command("link")
    .description("print a link with which somebody chooses a new password; it works once, for three days")
    .argument("<email>")
    .action((email: string) => link(email));
  return member;
}

function add(email: string, { merchant: slug, role, name }: AddOptions): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, slug);
    const { person, isNew, isAdded } = await addMember(runtime, { merchantId, email, name, role, actor: "cli" });
    if (!isAdded) await setMemberRole(runtime, { merchantId, userId: person.id, role, actor: "cli" });
    console.error(`${person.email} is ${role === "support" ? "support" : `an ${role}`} of ${slug}.`);
    if (!isNew) return;
    console.error("They are new here. Hand them this link to choose a password; it works once, for three days:");
    console.log(await passwordLink(runtime, person.id));
  });
}

function list(slug: string): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, slug);
    const members = await withTenant(runtime.db, merchantId, (tx) => membersOf(tx, { merchantId }));
    for (const { email, role, name } of members) console.log(`${email}\t${role}\t${name}`);
  });
}

function remove(email: string, slug: string): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, slug);
    const person = await personOf(runtime, email);
    await removeMember(runtime, { merchantId, userId: person.id, actor: "cli" });
    console.error(`${person.email} can no longer enter ${slug}.`);
  });
}

function link(email: string): Promise<void> {
  return withRuntime(async (runtime) => {
    console.log(await passwordLink(runtime, (await personOf(runtime, email)).id));
  });
}

async function personOf({ db }: Runtime, email: string) {
  const person = await findPerson(db, { email: emailFrom(email) });
  if (person === null) throw new AppError("not_found", "Nobody here has this address.");
  return person;
}

/** Sign-in takes a moment to load, and only links need it. */
async function passwordLink({ db, keys, publicUrl }: Runtime, userId: PersonId): Promise<string> {
  const [{ createAuth }, { newPasswordPath, newPasswordToken }] = await Promise.all([
    import("#lib/auth/create-auth.ts"),
    import("#lib/auth/password-link.ts"),
  ]);
  const auth = createAuth({ db, keys, publicUrl, sendSignInLink: null });
  return `${publicUrl}${newPasswordPath(await newPasswordToken(auth, { userId, hours: LINK_HOURS }))}`;
}
