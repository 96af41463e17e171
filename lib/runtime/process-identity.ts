import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import * as z from "zod";

/** A process that cannot be mistaken for a later one with the same number. */
export const processIdentity = z.object({ pid: z.number().int().positive(), started: z.string() });
export type ProcessIdentity = z.infer<typeof processIdentity>;

type ProcessFacts = { readonly started: string; readonly parent: number };

/** The identity of a running process; null when there is none (a zombie counts as none). */
export function identityOf(pid: number): ProcessIdentity | null {
  const facts = factsOf(pid);
  return facts === null ? null : { pid, started: facts.started };
}

/** Whether this very process still runs. */
export function isAlive(identity: ProcessIdentity): boolean {
  return factsOf(identity.pid)?.started === identity.started;
}

/** The parent's pid; null when the process is gone or the system does not say. */
export function parentOf(pid: number): number | null {
  const facts = factsOf(pid);
  return facts === null || facts.parent === 0 ? null : facts.parent;
}

/** The command line of a process, words joined by a space; empty when unknown. */
export function commandOf(pid: number): string {
  if (process.platform === "linux") return readOrNull(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ").trim() ?? "";
  return process.platform === "win32" ? "" : ps(pid, "args=");
}

/** The folder a process works in; null where the system does not say or we may not ask. */
export function workingFolderOf(pid: number): string | null {
  try {
    return process.platform === "linux" ? readlinkSync(`/proc/${pid}/cwd`) : null;
  } catch {
    return null;
  }
}

/** Sends a signal and says whether there was a process to get it. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Waits until `condition` holds, looking every 50 ms; false when `ms` pass first. */
export async function waitUntil(condition: () => boolean, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (!condition()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

function factsOf(pid: number): ProcessFacts | null {
  if (process.platform === "linux") return factsFromProc(pid);
  if (process.platform === "win32") return signalReaches(pid) ? { started: "", parent: 0 } : null;
  const [, state = "Z", parent = "0", started = ""] =
    /^(\S+)\s+(\d+)\s+(.*)$/.exec(ps(pid, "state=,ppid=,lstart=")) ?? [];
  return state.startsWith("Z") ? null : { started, parent: Number(parent) };
}

/** proc(5): after the name in brackets come state, parent and, as the 20th, the start in ticks since boot. */
function factsFromProc(pid: number): ProcessFacts | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return null;
  const boot = readOrNull("/proc/sys/kernel/random/boot_id")?.trim().slice(0, 8) ?? "";
  return { started: `${boot}-${fields[19] ?? ""}`, parent: Number(fields[1] ?? 0) };
}

function ps(pid: number, columns: string): string {
  try {
    return execFileSync("ps", ["-o", columns, "-p", String(pid)], { encoding: "utf8", stdio: "pipe" }).trim();
  } catch {
    return "";
  }
}

function signalReaches(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
