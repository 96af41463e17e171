const UNITS: Readonly<Record<string, string>> = { s: "S", m: "M", min: "M", h: "H" };

/** `15m`, `3h` and `2d` as ISO 8601 durations; anything else as it is, for whoever reads it to say that it is none. */
export function durationOf(text: string): string {
  const [, count = "", unit = ""] = /^(\d+)\s*(s|m|min|h|d)$/i.exec(text.trim()) ?? [];
  if (count === "") return text.trim();
  return unit.toLowerCase() === "d" ? `P${count}D` : `PT${count}${UNITS[unit.toLowerCase()]}`;
}
