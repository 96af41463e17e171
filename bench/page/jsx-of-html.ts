const TOKEN = /<!--.*?-->|<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*?)?)(\/?)>|[^<]+/gis;
const VOID = new Set(["br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]);
const DROPPED = /<script\b.*?<\/script>|<template\b.*?<\/template>/gis;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/**
 * The body of a page as JSX with every element, attribute and text written out; scripts are left out. Reads HTML as React
 * writes it, which is well-formed.
 */
export function jsxOfHtml(html: string): string {
  const body = /<body[^>]*>(.*)<\/body>/is.exec(html.replace(DROPPED, ""))?.[1] ?? "";
  const tokens = [...body.matchAll(TOKEN)].filter(([token]) => !token.startsWith("<!--"));
  return tokens.map(jsxOf).join("");
}

function jsxOf([text, close, tag, attributes = "", selfClosed]: RegExpExecArray): string {
  if (tag === undefined) return `{${JSON.stringify(plain(text))}}`;
  if (close === "/") return `</${tag}>`;
  return `<${tag}${jsxAttributes(attributes)}${VOID.has(tag) || selfClosed === "/" ? "/" : ""}>`;
}

function jsxAttributes(text: string): string {
  return text.replace(/([a-z][\w:-]*)="([^"]*)"/gi, (_, name: string, value: string) => {
    return `${name === "class" ? "className" : name}={${JSON.stringify(plain(value))}}`;
  });
}

function plain(escaped: string): string {
  return escaped.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => ENTITIES[name] ?? "");
}
