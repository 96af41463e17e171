import { placeText } from "#lib/brand/languages/place.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import type { ParcelMap } from "#lib/map/map-of-parcel.ts";
import type { MapPoint } from "#lib/map/map-point.ts";
import { namedPlaces } from "#lib/map/named-places.ts";
import { placedLabels } from "#lib/map/placed-labels.ts";

type JourneyMapProps = {
  readonly map: ParcelMap;
  readonly voice: Voice;
  /** The parcel's number: what tells this map from others on the page. */
  readonly number: number;
};

/**
 * Where a parcel has been and where it goes, as a picture that the server draws: no tiles, no script. Read aloud, it is its
 * places in words.
 */
export function JourneyMap({ map, voice, number }: JourneyMapProps) {
  const { picture, stops, goal } = map;
  const seen = map.end === "earlier" ? [] : stops.slice(-1);
  const labels = placedLabels(
    namedPlaces(map, (place) => placeText({ ...place, region: null, country: null }, voice.language, null)),
    picture,
  );
  const towns = labels.flatMap(({ kind, mark }) => (kind === "town" ? [mark] : []));
  const [title, text] = [`map-title-${number}`, `map-text-${number}`];
  return (
    <figure className="map">
      <svg
        className="map-picture"
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        role="img"
        aria-labelledby={`${title} ${text}`}
      >
        <title id={title}>{voice.say("map.title")}</title>
        <desc id={text}>{textOf(map, voice)}</desc>
        <path className="map-land" d={picture.land} />
        {picture.borders !== "" && <path className="map-borders" d={picture.borders} />}
        {picture.ahead !== "" && <path className="map-ahead" d={picture.ahead} />}
        {picture.done !== "" && <path className="map-halo" d={picture.done} />}
        {picture.done !== "" && <path className="map-done" d={picture.done} />}
        <Marks name="town" points={towns} />
        <Marks name="stop" points={stops.slice(0, stops.length - seen.length)} />
        <Marks name="goal" points={goal === null ? [] : [goal]} />
        <Marks name="seen" points={seen} />
        {labels.map(({ x, y, text: name, anchor, kind }) => (
          <text
            key={`${x} ${y}`}
            className={kind === "stop" ? "map-name" : `map-name map-name-${kind}`}
            x={x}
            y={y}
            textAnchor={anchor}
          >
            {name}
          </text>
        ))}
      </svg>
      <figcaption className="map-source">{voice.say("map.source")}</figcaption>
    </figure>
  );
}

/** Round ends of lines that lead nowhere: dots that keep their size in pixels however large the picture is shown. */
function Marks({
  name,
  points,
}: {
  readonly name: "town" | "stop" | "goal" | "seen";
  readonly points: readonly MapPoint[];
}) {
  if (points.length === 0) return null;
  const dots = points.map(({ x, y }) => `M${x} ${y}h.1`).join("");
  return (
    <>
      <path className={`map-${name}-rim`} d={dots} />
      <path className={`map-${name}`} d={dots} />
    </>
  );
}

function textOf({ stops, goal, end, home }: ParcelMap, { say, language }: Voice): string {
  const textAt = ({ place }: ParcelMap["stops"][number]) => placeText(place, language, home);
  const [last] = stops.slice(-1).map(textAt);
  const { betweenPlaces, betweenSentences } = language.habits;
  return [
    ...(stops.length > 1 ? [say("map.passed", { places: stops.map(textAt).join(betweenPlaces) })] : []),
    ...(end !== "earlier" && last !== undefined ? [say(`map.${end}`, { place: last })] : []),
    ...(goal === null ? [] : [say("map.goal", { place: textAt(goal) })]),
  ].join(betweenSentences);
}
