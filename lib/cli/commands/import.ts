import { createReadStream, existsSync, type ReadStream, statSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { Command } from "commander";
import { Temporal } from "temporal-polyfill";
import { carriersOf } from "#lib/carriers/detect/carriers-of.ts";
import { progressBar } from "#lib/cli/progress-bar.ts";
import { rejectionLog } from "#lib/cli/rejection-log.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { FileFormat } from "#lib/orders/file-format.ts";
import { fileFormats } from "#lib/orders/registry.ts";
import { importFile, type Rejection } from "#lib/use-cases/orders/import-file.ts";

const SOME_REJECTED = 3;

type Options = { merchant: string; dryRun: boolean; shiftTo?: string; rejected?: string };

/** `porchlight import KIND FILE --merchant SLUG`: one sub-command a file format, all from the registry. */
export function importCommand(): Command {
  const command = new Command("import").description("bring in a CSV file; running it again changes nothing");
  for (const format of Object.values(fileFormats)) {
    command
      .command(format.kind)
      .description(format.about)
      .argument("<file>", "CSV in UTF-8, with or without BOM, plain or .gz")
      .requiredOption("--merchant <slug>", "whose it is")
      .option("--dry-run", "say what would happen and write nothing", false)
      .option(
        "--shift-to <when>",
        "`now`: move all dates by whole weeks so that the newest order is as near to yesterday as weekdays allow",
      )
      .option("--rejected <file>", "also write every rejected row's line, column and reason there, as CSV")
      .addHelpText("after", () => columnHelp(format))
      .action((file: string, options: Options) => run(format, file, options));
  }
  return command;
}

async function run(format: FileFormat, file: string, options: Options): Promise<void> {
  if (options.shiftTo !== undefined && options.shiftTo !== "now")
    throw new AppError("invalid", "--shift-to takes the word now.");
  if (!existsSync(file)) throw new AppError("invalid", `There is no file ${file}.`);
  if (!statSync(file).isFile()) throw new AppError("invalid", `${file} is not a file.`);
  const bar = progressBar(statSync(file).size);
  const log = rejectionLog(options.rejected);
  const report = await withRuntime(async (runtime) => {
    const merchant = await merchantOf(runtime, options.merchant);
    const source = openings(file);
    return importFile(
      { db: runtime.db, now: Temporal.Now.instant() },
      {
        merchant,
        format,
        open: source.open,
        dryRun: options.dryRun,
        shiftToNow: options.shiftTo === "now",
        carriersOf,
        onRejection: (rejection: Rejection) => bar.above(() => log.add(rejection)),
        onNote: (note) => bar.above(() => log.note(note)),
        onProgress: (phase) => bar.show(phase, source.bytesRead()),
      },
    );
  }).finally(bar.end);
  log.end();
  if (options.dryRun) console.error("A dry run: nothing was written.");
  console.log(JSON.stringify(report));
  if (report.rejected > 0) process.exitCode = SOME_REJECTED;
}

/** Opens the file, unpacking `.gz`; progress counts bytes of the file as it lies on disk. */
function openings(file: string) {
  let stream: ReadStream | null = null;
  return {
    bytesRead: () => stream?.bytesRead ?? 0,
    open: () => {
      stream = createReadStream(file, { highWaterMark: 256 * 1024 });
      return file.endsWith(".gz") ? stream.pipe(createGunzip()) : stream;
    },
  };
}

function columnHelp(format: FileFormat): string {
  const width = Math.max(...format.columns.map((column) => column.name.length));
  const lines = format.columns.map(({ name, required, about }) =>
    `  ${name.padEnd(width)}  ${required ? "required" : "optional"}  ${about}`.trimEnd(),
  );
  return `
Columns (others are passed over):
${lines.join("\n")}

The last line on stdout counts ${format.kind === "history" ? "invoices" : format.kind}: {"imported":n,"updated":n,"unchanged":n,"rejected":n}.
Exit code 0: all went in; 3: some were rejected (why is on stderr); 2: wrong use.`;
}
