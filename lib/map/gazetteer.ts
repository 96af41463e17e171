import { type City, citiesIn } from "./city-records.ts";
import { foldedName, twoLetterName } from "./folded-name.ts";

/** A town by the name that was asked for. */
export type Town = Omit<City, "name" | "kind">;

/**
 * The towns of a country as one text, a line each: `\nkoln\t07\t963395\t6.95\t50.93333`. The largest country is 0.6 MB so,
 * a sixth of what objects take, and is searched in under a millisecond.
 */
const TEXTS = new Map<string, string>();

/** Every town of a country (ISO 3166-1 alpha-2) whose folded name is this one. */
export function townsNamed(name: string, country: string): readonly Town[] {
  return linesFrom(`\n${name}\t`, textOf(country));
}

/** Every town whose name begins with this one and goes on: "frankfurt am main" for "frankfurt". */
export function townsBeginningWith(name: string, country: string): readonly Town[] {
  return linesFrom(`\n${name} `, textOf(country));
}

function linesFrom(start: string, lines: string): readonly Town[] {
  const towns: Town[] = [];
  for (let at = lines.indexOf(start); at !== -1; at = lines.indexOf(start, at + 1)) {
    const end = lines.indexOf("\n", at + 1);
    const [, admin = "", ...numbers] = lines.slice(at + 1, end).split("\t");
    const [population = 0, lon = 0, lat = 0] = numbers.map(Number);
    towns.push({ admin, population, lon, lat });
  }
  return towns;
}

function textOf(country: string): string {
  const known = TEXTS.get(country);
  if (known !== undefined) return known;
  const text = textFrom(citiesIn(country));
  TEXTS.set(country, text);
  return text;
}

function textFrom(cities: readonly City[]): string {
  const folded = foldedName(cities.map(({ name }) => name).join("\n")).split("\n");
  const lines = cities.flatMap(({ name, admin, population, lon, lat }, index) => {
    const facts = `\t${admin}\t${population}\t${lon}\t${lat}`;
    const other = twoLetterName(name);
    return other === null ? [`${folded[index]}${facts}`] : [`${folded[index]}${facts}`, `${other}${facts}`];
  });
  return `\n${lines.join("\n")}\n`;
}
