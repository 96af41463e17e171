/** In which colours the desk can be: by day, by night, or as the device is. */
export const DESK_SCHEMES = ["light", "dark", "auto"] as const;

export type DeskScheme = (typeof DESK_SCHEMES)[number];
