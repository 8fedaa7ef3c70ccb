/**
 * A table that nobody can change, with all tables, lists and rules in it. It is one for the whole process, so that a
 * change by one reader would change the results of all others.
 */
export const frozen = <Table>(table: Table): Table => {
  if (typeof table === "function") return Object.freeze(table);
  if (typeof table !== "object" || table === null || Object.isFrozen(table)) return table;
  if (!Array.isArray(table) && Object.getPrototypeOf(table) !== Object.prototype) return table;
  for (const part of Object.values(table)) frozen(part);
  return Object.freeze(table);
};
