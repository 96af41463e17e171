const TOKEN = /<!--.*?-->|<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*?)?)(\/?)>|[^<]+/gis;
const VOID = new Set(["br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]);
const DROPPED = /<script\b.*?<\/script>|<template\b.*?<\/template>/gis;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/**
 * The body of a page as JSX with every element, attribute and text written out; scripts are left out. Reads HTML as React
 * writes it, which is well-formed. `share` of 0.5 is the first half, of 1.5 the whole and the first half again.
 */
export function jsxOfHtml(html: string, share: number): string {
  const body = /<body[^>]*>(.*)<\/body>/is.exec(html.replace(DROPPED, ""))?.[1] ?? "";
  const tokens = [...body.matchAll(TOKEN)].filter(([token]) => !token.startsWith("<!--"));
  const letters = tokens.reduce((sum, [token]) => sum + token.length, 0);
  let jsx = "";
  for (let left = letters * share; left > 0; left -= letters) jsx += jsxOf(firstOf(tokens, left));
  return jsx;
}

/** As many tokens as begin within so many letters. */
function firstOf(tokens: readonly RegExpExecArray[], letters: number): readonly RegExpExecArray[] {
  let begun = 0;
  return tokens.filter(([token]) => {
    begun += token.length;
    return begun - token.length < letters;
  });
}

/** Closes what is open at the end. */
function jsxOf(tokens: readonly RegExpExecArray[]): string {
  const open: string[] = [];
  const parts = tokens.map(([text, close, tag, attributes = "", selfClosed]) => {
    if (tag === undefined) return `{${JSON.stringify(plain(text))}}`;
    if (close === "/") return `</${open.pop()}>`;
    const isVoid = VOID.has(tag) || selfClosed === "/";
    if (!isVoid) open.push(tag);
    return `<${tag}${jsxAttributes(attributes)}${isVoid ? "/" : ""}>`;
  });
  return [...parts, ...open.reverse().map((tag) => `</${tag}>`)].join("");
}

function jsxAttributes(text: string): string {
  return text.replace(/([a-z][\w:-]*)="([^"]*)"/gi, (_, name: string, value: string) => {
    return `${name === "class" ? "className" : name}={${JSON.stringify(plain(value))}}`;
  });
}

function plain(escaped: string): string {
  return escaped.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => ENTITIES[name] ?? "");
}
