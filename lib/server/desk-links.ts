import "server-only";
import { findPerson } from "#db/queries/people.ts";
import { newPasswordPath, newPasswordToken } from "#lib/auth/password-link.ts";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { publicUrlOf } from "#lib/runtime/env.ts";
import type { AddedMember } from "#lib/use-cases/access/add-member.ts";
import { context } from "./context.ts";
import { deskAuth } from "./desk-auth.ts";
import { type DeskMail, deskMailer } from "./desk-mailer.ts";
import { logOutOfReach } from "./log-out-of-reach.ts";
import { webEnv } from "./web-env.ts";

const FORGOTTEN_HOURS = 1;
const INVITED_HOURS = 72;

/** Mails a link to sign in to whom this address belongs; nothing where it is nobody's. Throws nothing: it runs behind the answer. */
export function mailSignInLink(email: string, voice: DeskVoice): Promise<void> {
  return quietly(async () => {
    if ((await findPerson(context().db, { email })) === null) return;
    const body = { email, metadata: { locale: voice.locale } };
    await deskAuth().api.signInMagicLink({ body, headers: new Headers() });
  });
}

/** Mails a link to choose a new password to whom this address belongs; nothing where it is nobody's. Throws nothing. */
export function mailNewPassword(email: string, voice: DeskVoice): Promise<void> {
  return quietly(async () => {
    const person = await findPerson(context().db, { email });
    if (person === null) return;
    const token = await newPasswordToken(deskAuth(), { userId: person.id, hours: FORGOTTEN_HOURS });
    const { say } = voice;
    const words = {
      subject: say("mail.passwordSubject"),
      sentence: say("mail.password"),
      button: say("mail.passwordButton"),
    };
    await send({ to: email, ...words, voice }, newPasswordPath(token));
  });
}

/**
 * Tells somebody that a shop lets them in: with a link to choose a password where they are new, else the news alone, since
 * who lets them in must not be able to change a password that opens other shops too. Throws nothing.
 */
export function mailInvitation(
  { person, isNew }: AddedMember,
  about: { readonly by: string; readonly shop: string; readonly voice: DeskVoice },
): Promise<void> {
  const { by, shop, voice } = about;
  const { say } = voice;
  return quietly(async () => {
    if (!isNew) {
      const words = { subject: say("mail.welcomeSubject", { shop }), sentence: say("mail.welcome", { by, shop }) };
      return send({ to: person.email, ...words, button: say("mail.welcomeButton"), voice }, "/admin/sign-in");
    }
    const token = await newPasswordToken(deskAuth(), { userId: person.id, hours: INVITED_HOURS });
    const words = { subject: say("mail.invitedSubject", { shop }), sentence: say("mail.invited", { by, shop }) };
    return send({ to: person.email, ...words, button: say("mail.passwordButton"), voice }, newPasswordPath(token));
  });
}

async function send(mail: Omit<DeskMail, "url">, path: string): Promise<void> {
  await deskMailer()?.({ ...mail, url: `${publicUrlOf(webEnv())}${path}` });
}

async function quietly(work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => logOutOfReach(error, "a mail of the desk"));
}
