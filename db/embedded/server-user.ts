import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The operating system's user that PostgreSQL runs as. */
export type ServerUser = { readonly uid: number; readonly gid: number; readonly name: string };

/**
 * Whom the server runs as: null for ourselves. PostgreSQL refuses to run as root, so root hands over to the owner of an
 * existing cluster, or else to the user `postgres`, who is made when missing.
 */
export function serverUser(clusterFolder: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const owner = ownerOf(clusterFolder);
  if (owner !== null && owner.uid !== 0) return { ...owner, name: `of uid ${owner.uid}` };
  return namedUser("postgres") ?? newUser("postgres");
}

/** Throws, naming the folder, when some folder on the way to `path` is closed to `user`. */
export function requireWay(path: string, user: ServerUser): void {
  for (let folder = resolve(path); folder !== dirname(folder); ) {
    folder = dirname(folder);
    if (mayPass(folder, user)) continue;
    throw new Error(
      `PostgreSQL runs as the user ${user.name}, who may not pass through ${folder}: run \`chmod o+x ${folder}\`, move the project elsewhere, or set DATABASE_URL`,
    );
  }
}

function mayPass(folder: string, user: ServerUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  return gid === user.gid ? (mode & 0o010) !== 0 : (mode & 0o001) !== 0;
}

function ownerOf(folder: string): { uid: number; gid: number } | null {
  try {
    const { uid, gid } = statSync(folder);
    return { uid, gid };
  } catch {
    return null;
  }
}

function namedUser(name: string): ServerUser | null {
  try {
    const ask = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
    return { uid: ask("-u"), gid: ask("-g"), name };
  } catch {
    return null;
  }
}

function newUser(name: string): ServerUser {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", name], { stdio: "pipe" });
  } catch {
    // Judged by the result: another process may have been faster.
  }
  const user = namedUser(name);
  if (user !== null) return user;
  throw new Error(
    `PostgreSQL does not run as root and the user ${name} could not be made: run as an ordinary user, or set DATABASE_URL`,
  );
}
