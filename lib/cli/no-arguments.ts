/** For processes that read the environment only: `--help` says so, and whatever else stands behind the command is refused. */
export function refuseArguments(command: string): void {
  const [first] = process.argv.slice(2);
  if (first === undefined) return;
  const isHelp = first === "--help" || first === "-h";
  const words = `${command} takes no arguments. The environment tells it what it needs: see .env.example.\n`;
  (isHelp ? process.stdout : process.stderr).write(words);
  process.exit(isHelp ? 0 : 2);
}
