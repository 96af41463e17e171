const PATHS = {
  desk: "M4 19V9l8-5 8 5v10M4 14h16M9 19v-5M15 19v-5",
  orders: "M12 3 4 7.5v9L12 21l8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9",
  carriers:
    "M3 16V7h11v9M14 10h4l3 3v3M3 16h2m4 0h6m4 0h2M5 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0zM15 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0z",
  rules: "M4 7h10M18 7h2M4 17h2M10 17h10M14 7a2 2 0 1 0 4 0 2 2 0 0 0-4 0zM6 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0z",
  numbers: "M4 20h16M7 20v-7M12 20V5M17 20v-10",
  brand:
    "M12 4a8 8 0 0 0 0 16c1.6 0 2-1 1.6-2.2-.5-1.4.3-2.3 1.7-2.3H17a3 3 0 0 0 3-3C20 7.6 16.4 4 12 4zM8 11h.01M12 8h.01M16 10h.01",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.3 2.7-6 6-6s6 2.7 6 6M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5c1.8.9 3 2.9 3 5.5",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6 6 18",
  chevron: "m8 10 4 4 4-4",
} as const;

export type IconName = keyof typeof PATHS;

/** One drawing of the one family, in the colour of the text beside it; what it means is said there. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d={PATHS[name]} stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
