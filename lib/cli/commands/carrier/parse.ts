import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { text } from "node:stream/consumers";
import { Command } from "commander";
import type { Carrier, Tracked } from "#lib/carriers/carrier.ts";
import { parsedEntry } from "#lib/carriers/parsed-entry.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { CODES, carrierNamed } from "./carrier-named.ts";

type Options = { readonly webhook: boolean };

/** `porchlight carrier parse`: reads no database. */
export function parseCommand(): Command {
  return new Command("parse")
    .description("read a carrier's reply from a file and print what it says: a JSON array, one entry a tracking number")
    .argument("<carrier>", CODES)
    .argument("[file]", "the reply's body; `-` or nothing reads stdin", "-")
    .option(
      "--webhook",
      "the body is one that the carrier sent to a webhook; `[]` when it is about something else",
      false,
    )
    .action(parse);
}

async function parse(code: string, file: string, { webhook }: Options): Promise<void> {
  const read = readerOf(carrierNamed(code), webhook);
  if (file === "-" && process.stdin.isTTY) console.error("Reading the reply from the terminal; end it with Ctrl-D.");
  const body = file === "-" ? await text(process.stdin) : readBody(file);
  console.log(JSON.stringify(read(body).map(parsedEntry), null, 2));
}

function readerOf(carrier: Carrier, isWebhook: boolean): (body: string) => readonly Tracked[] {
  if (!isWebhook) return carrier.parse;
  if (carrier.pushes === null) throw new AppError("invalid", `Porchlight takes no webhooks of ${carrier.code}.`);
  return carrier.pushes.read;
}

/** A byte order mark, which some editors put before a text, is no part of it. */
function readBody(file: string): string {
  if (!existsSync(file)) throw new AppError("invalid", `There is no file ${file}.`);
  if (statSync(file).isDirectory()) throw new AppError("invalid", `${file} is a folder.`);
  if (!isReadable(file)) throw new AppError("invalid", `${file} may not be read.`);
  return new TextDecoder().decode(readFileSync(file));
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
