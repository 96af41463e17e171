/**
 * Whether PostgreSQL refused a value, as against being out of reach: SQLSTATE classes 22 (data), 23 (integrity) and 54
 * (limits), https://www.postgresql.org/docs/current/errcodes-appendix.html.
 */
export function isRefusedValue(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error && "code" in cause && /^(22|23|54)/.test(String(cause.code));
}
