/** Whether an address is one that people read: not a form's, and not a file, whose language is that of the page it hangs on. */
export function isPagePath(path: string): boolean {
  const [, door, , below] = path.split("/");
  return door !== "t" || below === undefined || below === "";
}

/** Whether an address belongs to the merchants' desk. */
export function isDeskPath(path: string): boolean {
  return path.split("/")[1] === "admin";
}
