import { AppError } from "#lib/kernel/app-error.ts";

/**
 * A domain as it is stored and as browsers send it: small letters, no port, international letters as `xn--`. Throws
 * `invalid` for whatever is no name that the public web could reach.
 */
export function hostName(typed: string): string {
  const plain = typed.trim().toLowerCase();
  const url = URL.canParse(`https://${plain}`) ? new URL(`https://${plain}`) : null;
  const isBare = url !== null && url.pathname === "/" && !/[/@:?#]/.test(plain);
  if (url === null || !isBare || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname) || /^[\d.]+$/.test(url.hostname)) {
    throw new AppError(
      "invalid",
      `${typed} is no domain. Give it as in track.shop.example, without https:// and path.`,
    );
  }
  return url.hostname;
}
