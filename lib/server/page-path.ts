/** Whether an address is one that people read: not a form's, and not a file, whose language is that of the page it hangs on. */
export function isPagePath(path: string): boolean {
  const [, door, , below] = path.split("/");
  return door !== "t" || below === undefined || below === "";
}

/** Whether an address belongs to the merchants' desk. */
export function isDeskPath(path: string): boolean {
  return path.split("/")[1] === "admin";
}

/** Whether an address of the desk holds a preview of a shop's page, or is one; null for all others. */
export function previewSide(path: string): "holds" | "held" | null {
  const found = /^\/admin\/shops\/[^/]+\/brand(?:\/(review|history|preview))?\/?$/.exec(path);
  if (found === null) return null;
  return found[1] === "preview" ? "held" : "holds";
}
