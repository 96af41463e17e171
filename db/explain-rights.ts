import { APP_ROLE } from "./client.ts";

const INSUFFICIENT_PRIVILEGE = "42501";

/** What an administrator runs once where DATABASE_URL's user may not create roles. */
export const ROLE_HELP = `DATABASE_URL's user may not set up the application's restricted role. Let an administrator of the server run once:
  create role ${APP_ROLE} nologin;                  -- if it is not there yet
  grant ${APP_ROLE} to the_user_of_DATABASE_URL;`;

export const OWNER_HELP =
  "DATABASE_URL's user may not create tables here: it must own the database (alter database NAME owner to USER).";

/** For `.catch`: says what to do when PostgreSQL refused for lack of rights; throws anything else on as it is. */
export function explainRights(help: string): (error: unknown) => never {
  return (error) => {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    const isRefusal = cause instanceof Error && "code" in cause && cause.code === INSUFFICIENT_PRIVILEGE;
    throw isRefusal ? new Error(help, { cause: error }) : error;
  };
}
