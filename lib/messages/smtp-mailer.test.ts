import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { Mail } from "./mailer.ts";
import { smtpMailer } from "./smtp-mailer.ts";
import { refusal, startMailServer } from "./smtp-testing.ts";

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0)) await undo();
});

async function serverOf(...options: Parameters<typeof startMailServer>) {
  const server = await startMailServer(...options);
  cleanUp.push(server.close);
  return server;
}

const mail: Mail = {
  from: { name: "Maison Älder, Ltd", address: "hello@alder.example" },
  replyTo: "help@alder.example",
  to: "ana@example.com",
  subject: "Your order #1001\r\nBcc: evil@example.com",
  text: "Your page:\nhttps://track.example.com/t/abc",
  html: '<p><a href="https://track.example.com/t/abc">Your page</a></p>',
  id: "0199-a@track.example.com",
};

test("a mail arrives whole, with its own id and a note that no machine need answer", async () => {
  const server = await serverOf();
  expect(await smtpMailer(server.url).send(mail)).toEqual({ ok: true, value: undefined });
  const [received] = server.received;
  expect(received).toMatchObject({ to: ["ana@example.com"], from: "hello@alder.example" });
  expect(received?.raw).toContain("Message-ID: <0199-a@track.example.com>");
  expect(received?.raw).toContain("Auto-Submitted: auto-generated");
  expect(received?.raw).toMatch(/^Reply-To: .*<help@alder\.example>/m);
  expect(received?.raw).toContain("https://track.example.com/t/abc");
});

test("a subject cannot add headers or recipients", async () => {
  const server = await serverOf();
  await smtpMailer(server.url).send(mail);
  expect(server.received[0]?.to).toEqual(["ana@example.com"]);
  expect(server.received[0]?.raw).not.toMatch(/^Bcc:/m);
});

test("a server that refuses the address for good is told apart from one that asks us to come back", async () => {
  const answers = async (status: number) => {
    const server = await serverOf({ onRcptTo: ({ address }, _, done) => done(refusal(status, address)) });
    return smtpMailer(server.url).send(mail);
  };
  expect(await answers(550)).toEqual({ ok: false, error: { kind: "refused", reason: "mail_server_refused_550" } });
  expect(await answers(451)).toEqual({ ok: false, error: { kind: "away", reason: "mail_server_deferred_451" } });
});

test("a wrong password is the operator's trouble: the mail is not given up", async () => {
  const server = await serverOf({ authOptional: false, onAuth: (_, __, done) => done(refusal(535)) });
  const url = server.url.replace("smtp://", "smtp://porchlight:wrong@");
  expect(await smtpMailer(url).send(mail)).toMatchObject({
    error: { kind: "away", reason: "mail_server_refused_login" },
  });
});

test("a server that is not there, and one without TLS where TLS is asked for, are away", async () => {
  const server = await startMailServer();
  const plain = smtpMailer(`${server.url}?requireTLS=true`);
  expect(await plain.send(mail)).toMatchObject({ error: { kind: "away", reason: "mail_server_tls_failed" } });
  await server.close();
  expect(await smtpMailer(server.url).send(mail)).toMatchObject({
    error: { kind: "away", reason: "mail_server_unreachable" },
  });
});

test("a server that says nothing is left at the deadline", async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", () => resolve()));
  const address = silent.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const startMs = performance.now();
  expect(await smtpMailer(`smtp://127.0.0.1:${port}`, 300).send(mail)).toMatchObject({
    error: { kind: "away", reason: "mail_server_timeout" },
  });
  expect(performance.now() - startMs).toBeLessThan(5_000);
  await new Promise<void>((resolve) => silent.close(() => resolve()));
});

test("an address that is none is refused before anybody is asked", async () => {
  const server = await serverOf();
  expect(await smtpMailer(server.url).send({ ...mail, to: "nobody" })).toMatchObject({ ok: false });
  expect(server.received).toEqual([]);
});
