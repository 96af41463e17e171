import { isAPIError } from "better-auth/api";

/** Whether sign-in said no, or sent somewhere else as its way to say no; anything else that it throws is a bug. */
export function isAuthRefusal(error: unknown): boolean {
  return isAPIError(error) && error.statusCode < 500;
}
