/** scrypt, as sign-in reads it; on the thread pool, about 0.1 s. */
export { hashPassword, verifyPassword } from "better-auth/crypto";
