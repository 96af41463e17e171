/** What a picture of a brand may weigh as it is sent in: a camera's, or a logo as designers save it. It is drawn anew, small. */
export const MOST_PICTURE_BYTES = 8 * 1024 * 1024;
