/**
 * Statements that let an application role work on the tables of its schema. Named one by one: the
 * list of migrations is not among them, and a new table is granted by the migration that makes it.
 */
export function grantTables(schema: string, role: string, tables: readonly string[]): string[] {
  const names = tables.map((table) => `"${schema}"."${table}"`).join(', ');
  return [
    `grant usage on schema "${schema}" to "${role}"`,
    `grant select, insert, update, delete on ${names} to "${role}"`,
  ];
}

/** Statements that let the consumer read a producer's events: the one cross-schema grant. */
export function grantEvents(schema: string, consumerRole: string): string[] {
  return [
    `grant usage on schema "${schema}" to "${consumerRole}"`,
    `grant select on "${schema}"."event" to "${consumerRole}"`,
  ];
}
