// Plain JavaScript for whatever Node the machine has (20 or later), before anything is installed.
import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const MARKER = join("node_modules", ".porchlight-installed");

/** Whether `node_modules` is complete and not older than the lock file. */
function isInstalled(project) {
  const lockTime = modified(join(project, "package-lock.json"));
  const doneTime = Math.max(
    modified(join(project, MARKER)),
    modified(join(project, "node_modules", ".package-lock.json")),
  );
  const hasNode = existsSync(join(project, "node_modules", ".bin", "node"));
  return doneTime > 0 && doneTime >= lockTime && (hasNode || process.platform === "win32");
}

/** Runs `npm ci` when needed; two callers at once install once. Throws with npm's last lines when it fails. */
export async function installWhenNeeded(project = PROJECT) {
  if (isInstalled(project)) return;
  const release = await takeLock(join(project, ".data", "install.lock"));
  try {
    if (isInstalled(project)) return;
    const started = performance.now();
    say("Installing packages (npm ci), this takes a minute ...");
    await npmCi(project, () => say(`  still installing, ${seconds(started)} s`));
    touch(join(project, MARKER));
    say(`Installed in ${seconds(started)} s`);
  } finally {
    release();
  }
}

function npmCi(project, onTick) {
  const flags = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { npm_execpath: npmPath, npm_node_execpath: nodePath } = process.env;
  const viaNode = npmPath?.endsWith("npm-cli.js") && nodePath && !nodePath.includes("node_modules");
  const [command, args] = viaNode ? [nodePath, [npmPath, ...flags]] : ["npm", flags];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: project,
      env: outsideEnv(project),
      stdio: ["ignore", "pipe", "pipe"],
      shell: !viaNode && process.platform === "win32",
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output = (output + chunk).slice(-4000);
      });
    }
    const ticking = setInterval(onTick, 15_000);
    const onSignal = (signal) => child.kill(signal);
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, onSignal);
    const done = () => {
      clearInterval(ticking);
      for (const signal of signals) process.off(signal, onSignal);
    };
    child.on("error", (cause) => {
      done();
      reject(new Error(`npm could not be started (${cause.message}). Node 20 or later with npm is needed.`));
    });
    child.on("close", (code, signal) => {
      done();
      if (code === 0) resolve();
      else reject(new Error(`npm ci failed (${signal ?? `exit ${code}`}):\n${output.trim()}`));
    });
  });
}

/** npm must not run on the very `node` that it is about to replace. */
function outsideEnv(project) {
  const own = join(project, "node_modules");
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.startsWith(own));
  return { ...process.env, PATH: path.join(delimiter) };
}

/** A folder is made by exactly one of two callers; its owner's pid inside tells a dead owner's lock. */
async function takeLock(folder) {
  mkdirSync(join(folder, ".."), { recursive: true });
  let told = false;
  for (;;) {
    try {
      mkdirSync(folder);
      writeFileSync(join(folder, "pid"), String(process.pid));
      return () => rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (ownerIsGone(folder)) breakLock(folder);
    else if (!told) say("Another install is running, waiting for it ...");
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function ownerIsGone(folder) {
  try {
    process.kill(Number(readFileSync(join(folder, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    if (error.code === "EPERM") return false;
    // No pid yet: the owner has just made the folder, or died in that instant.
    return error.code === "ESRCH" || performance.timeOrigin + performance.now() - modified(folder) > 10_000;
  }
}

/** Renamed first: of two that find the same dead lock only one removes it. */
function breakLock(folder) {
  const aside = `${folder}.${process.pid}`;
  try {
    renameSync(folder, aside);
    rmSync(aside, { recursive: true, force: true });
  } catch {
    // The other one was faster.
  }
}

function modified(path) {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function touch(path) {
  writeFileSync(path, "");
  const now = (performance.timeOrigin + performance.now()) / 1000;
  utimesSync(path, now, now);
}

function seconds(started) {
  return ((performance.now() - started) / 1000).toFixed(0);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a script of ours on the project's own Node with these arguments. A shell that has just looked up `node` may keep the
 * machine's older one for the rest of its line, so `install && node script.ts` would not do.
 */
export async function runOnProjectNode(script, args, flags = []) {
  const path = fileURLToPath(new URL(script, new URL("../../", import.meta.url)));
  const node = join(PROJECT, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (flags.length === 0 && existsSync(node) && realpathSync(node) === realpathSync(process.execPath)) {
    process.argv.splice(1, process.argv.length, path, ...args);
    await import(pathToFileURL(path).href);
    return;
  }
  const child = spawn(node, [...flags, path, ...args], { stdio: "inherit", shell: process.platform === "win32" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(error));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** Says what went wrong in one line and ends. */
export function fail(error) {
  say(error.message);
  process.exit(1);
}

// `node lib/cli/install.mjs [SCRIPT [ARGUMENTS]]`
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [script, ...args] = process.argv.slice(2);
  try {
    await installWhenNeeded();
  } catch (error) {
    fail(error);
  }
  if (script !== undefined) await runOnProjectNode(script, args);
}
