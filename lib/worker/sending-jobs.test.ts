import { expect, test } from "vitest";
import { readEnv } from "#lib/runtime/env.ts";
import { sendingJobs } from "./sending-jobs.ts";

const mail = { SMTP_URL: "smtp://127.0.0.1:25" };
const publicUrl = { PUBLIC_URL: "https://track.example.com" };

test("no mail is sent whose link would lead to the machine of the worker", () => {
  expect(() => sendingJobs(readEnv(mail))).toThrow(/SMTP_URL is set and PUBLIC_URL is not/);
});

test("a worker with a mail server sends, one without leaves it to another", () => {
  expect(sendingJobs(readEnv({ ...mail, ...publicUrl })).map(({ queue }) => queue)).toEqual(["send-message"]);
  expect(sendingJobs(readEnv(publicUrl))).toEqual([]);
  expect(sendingJobs(readEnv({}))).toEqual([]);
});
