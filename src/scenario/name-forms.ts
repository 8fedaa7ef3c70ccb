import * as z from "zod";

/** A name that formulas may read: letters, digits and _, beginning with a letter. */
export const nameForm = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]*$/)
  .max(60);

/** A name that formulas cannot read: it may also have hyphens. */
export const labelForm = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]*$/)
  .max(60);

/** A form of the full name of an entry. */
export const fullNameForm = z
  .string()
  .regex(/[\p{L}\p{N}]/u)
  .max(200)
  .describe("Its full name, as a reader knows it.");
