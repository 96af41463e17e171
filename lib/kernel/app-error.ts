/** Every refusal has one of these codes; `lib/server/http-error.ts` maps them to HTTP in one place. */
export type AppErrorCode = "not_found" | "forbidden" | "conflict" | "invalid" | "limit" | "unavailable";

/** A refusal by a use-case. `message` is a sentence that a person can act on and holds no personal data. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
