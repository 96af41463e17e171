import { createServer } from "node:net";

export type PortRange = {
  /** The port to take if it is free, and the first of the hundred that are tried. */
  readonly from: number;
  /** The variable by which a person asks for another. */
  readonly variable: string;
};

/**
 * The port to serve on: `wanted` if it was asked for and is free (throws, saying so, when it is not), else the next free
 * one of the range. Free means on 127.0.0.1 and on ::1, since `localhost` may lead to either.
 */
export async function choosePort(wanted: number | null, { from, variable }: PortRange): Promise<number> {
  if (wanted !== null) {
    if (await isFree(wanted)) return wanted;
    throw new Error(`Port ${wanted} is taken by another program: stop it, or choose another with ${variable}=`);
  }
  for (let port = from; port < from + 100; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port between ${from} and ${from + 99}; choose one with ${variable}=`);
}

async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1"));
}

/** A machine without IPv6 cannot have anything on it either. */
function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code !== "EADDRINUSE" && error.code !== "EACCES"),
    );
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
