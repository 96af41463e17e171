import "server-only";
import { type Auth, createAuth } from "#lib/auth/create-auth.ts";
import { enterPath } from "#lib/auth/password-link.ts";
import { deskVoice } from "#lib/desk/desk-voice.ts";
import { publicUrlOf } from "#lib/runtime/env.ts";
import { context } from "./context.ts";
import { deskMailer } from "./desk-mailer.ts";
import { webEnv } from "./web-env.ts";

/** Kept on the process, so that a reload in development does not make one after another. */
const global = globalThis as typeof globalThis & { porchlightAuth?: Auth };

/** Sign-in of this process, made at the first call. */
export function deskAuth(): Auth {
  global.porchlightAuth ??= newAuth();
  return global.porchlightAuth;
}

function newAuth(): Auth {
  const { db, keys } = context();
  const send = deskMailer();
  const publicUrl = publicUrlOf(webEnv());
  if (send === null) return createAuth({ db, keys, publicUrl, sendSignInLink: null });
  return createAuth({
    db,
    keys,
    publicUrl,
    sendSignInLink: ({ email, token, locale }) => {
      const voice = deskVoice([locale]);
      const { say } = voice;
      const words = {
        subject: say("mail.signInSubject"),
        sentence: say("mail.signIn"),
        button: say("mail.signInButton"),
      };
      return send({ ...words, to: email, url: `${publicUrl}${enterPath(token)}`, voice });
    },
  });
}
