/** One row-security policy as MikroORM's `policies` takes it. */
export interface RowPolicy {
  readonly name: string;
  readonly command: 'all' | 'select' | 'insert' | 'update' | 'delete';
  readonly roles: string[];
  readonly using?: string;
  readonly check?: string;
}

/** Condition of rows that lie in the scope's regions. */
export const IN_REGIONS = `region = any(string_to_array(current_setting('app.regions', true), ','))`;

/** Condition of rows that belong to the account behind the scope. */
export const OWN = `subject = current_setting('app.subject', true)`;

function inResidents(column: string): string {
  return (
    `(current_setting('app.residents', true) = '*' or ` +
    `${column} = any(string_to_array(current_setting('app.residents', true), ',')))`
  );
}

/**
 * Rows about a resident: visible in the scope's regions and, for a person's own session, only
 * when they are about that person or a ward. An unset scope matches nothing.
 */
export function residentRows(role: string, residentColumn = 'resident_id'): RowPolicy[] {
  const condition = `${IN_REGIONS} and ${inResidents(residentColumn)}`;
  return [{ name: 'scope', command: 'all', roles: [role], using: condition, check: condition }];
}

/** The same rows, to be read only. */
export function residentRowsRead(
  role: string,
  residentColumn = 'resident_id',
): RowPolicy & { readonly using: string } {
  const using = `${IN_REGIONS} and ${inResidents(residentColumn)}`;
  return { name: 'scope', command: 'select', roles: [role], using };
}

/** Rows of a region that are about nobody in particular. */
export function regionRows(role: string): RowPolicy[] {
  return [{ name: 'scope', command: 'all', roles: [role], using: IN_REGIONS, check: IN_REGIONS }];
}

/** The same, read by a further role: the event tables, for their consumer. */
export function regionRowsRead(role: string): RowPolicy {
  return { name: 'consumer', command: 'select', roles: [role], using: IN_REGIONS };
}

/** As {@link residentRows}, and also visible to the account that owns the row. */
export function accountRows(role: string, residentColumn: string, accountColumn: string) {
  const own = `${accountColumn} = current_setting('app.subject', true)`;
  const condition = `(${IN_REGIONS} and ${inResidents(residentColumn)}) or ${own}`;
  return [
    { name: 'scope', command: 'all' as const, roles: [role], using: condition, check: condition },
  ];
}

/** Subject of the scope in which code books and trust material are published. */
export const PUBLISHER = 'publisher';

/** Condition that only publishing meets. */
export const PUBLISHING = `current_setting('app.subject', true) = '${PUBLISHER}'`;

/** Code books and trust material: the same for everyone, read by everyone, written by publishing. */
export function referenceRows(role: string): RowPolicy[] {
  return [
    { name: 'reference', command: 'select', roles: [role], using: 'true' },
    { name: 'publishing', command: 'all', roles: [role], using: PUBLISHING, check: PUBLISHING },
  ];
}

/** What a region's officials publish for everyone: read by everyone, written in its own scope. */
export function publishedRows(role: string): RowPolicy[] {
  return [
    { name: 'published', command: 'select', roles: [role], using: 'true' },
    ...regionRows(role),
  ];
}

/** Subject of the scope in which the key ring is read and keys are replaced. */
export const KEY_RING = 'key-ring';

/**
 * Wrapped keys of all regions: for the ring alone, whatever regions a request may see, so that
 * a change of the key-encryption key misses none.
 */
export function keyRingRows(role: string): RowPolicy[] {
  const ring = `current_setting('app.subject', true) = '${KEY_RING}' and current_setting('app.residents', true) = '*'`;
  return [{ name: 'ring', command: 'all', roles: [role], using: ring, check: ring }];
}

/**
 * The same rows for the owner of the database, as whom security-definer functions run: they set
 * the region for themselves and see nothing without it.
 */
export function definerRows(): RowPolicy {
  return { name: 'definer', command: 'select', roles: ['tongma_owner'], using: IN_REGIONS };
}

/** Subject of the scope in which evidence is delivered to registrations, whatever its region. */
export const DELIVERY = 'evidence-delivery';

/**
 * Evidence on its way: for the delivery alone, which looks for what waits for a person in all
 * regions at once.
 */
export function deliveryRows(role: string): RowPolicy {
  const way = `current_setting('app.subject', true) = '${DELIVERY}' and current_setting('app.residents', true) = '*'`;
  return { name: 'delivery', command: 'all', roles: [role], using: way, check: way };
}

/**
 * Rows that resolving a blind index reads, for the owner of the database, as whom security-definer
 * functions run: they say that they resolve, and see nothing without it.
 */
export function resolverRows(): RowPolicy {
  const using = `current_setting('app.subject', true) = 'evidence-resolver'`;
  return { name: 'resolver', command: 'select', roles: ['tongma_owner'], using };
}

/** Subject of the scope in which is looked for regions with rows that are kept no longer. */
export const RETENTION = 'retention';

/**
 * Rows of all regions, to be counted by whoever clears them: only in the scope of a region does it
 * delete.
 */
export function retentionRows(role: string): RowPolicy & { readonly using: string } {
  const using = `current_setting('app.subject', true) = '${RETENTION}' and current_setting('app.residents', true) = '*'`;
  return { name: 'retention', command: 'select', roles: [role], using };
}

/** Who clears a subgraph's tables, as scopes and the audit log say. */
export function clearerOf(subgraph: string): string {
  return `${subgraph}-retention`;
}

/**
 * Rows that are seen by single accounts alone, for whoever clears them: in the scope of their region,
 * and for no request.
 */
export function clearingRows(role: string, subgraph: string) {
  const using = `${IN_REGIONS} and current_setting('app.subject', true) = '${clearerOf(subgraph)}' and current_setting('app.residents', true) = '*'`;
  return { name: 'clearing', command: 'all' as const, roles: [role], using, check: using };
}

/** Subject of the scope in which is looked for work that was begun and not ended. */
export const UNFINISHED = 'unfinished-work';

/** Rows of all regions that say how far work has come, to be seen by whoever sends its jobs. */
export function unfinishedRows(role: string): RowPolicy {
  const using = `current_setting('app.subject', true) = '${UNFINISHED}' and current_setting('app.residents', true) = '*'`;
  return { name: 'unfinished', command: 'select', roles: [role], using };
}

/**
 * Rows that a citation of another part is checked against, for the owner of the database, as whom
 * security-definer functions run: within the regions of whoever cites, and while they check.
 */
export function citationRows(): RowPolicy {
  const using = `${IN_REGIONS} and current_setting('app.subject', true) = 'citation-check'`;
  return { name: 'citation', command: 'select', roles: ['tongma_owner'], using };
}

/** Subject under which a registration is carried from one region to another. */
export const COURIER = 'conversion-courier';

/**
 * Rows on their way between regions, for the owner of the database, as whom the two functions run
 * that carry them: they say so, and see nothing without it.
 */
export function courierRows(): RowPolicy {
  const way = `current_setting('app.subject', true) = '${COURIER}'`;
  return { name: 'courier', command: 'all', roles: ['tongma_owner'], using: way, check: way };
}

/**
 * Rows that show whether codes has taken an event in, for the owner of the database, as whom the
 * function runs that says so: within the region of whoever asks, and while it looks.
 */
export function takenInRows(): RowPolicy {
  const using = `${IN_REGIONS} and current_setting('app.subject', true) = 'taken-in'`;
  return { name: 'taken_in', command: 'select', roles: ['tongma_owner'], using };
}

/**
 * Subjects of scopes that policies know, those that security-definer functions take among them:
 * processes, and no account's name. Whoever had one would see what only the process sees.
 */
export const PROCESS_SUBJECTS: readonly string[] = [
  ...[PUBLISHER, KEY_RING, DELIVERY, RETENTION, UNFINISHED, COURIER],
  ...['evidence-resolver', 'citation-check', 'taken-in'],
  ...['residents', 'health-records', 'travel-history', 'codes'].map(clearerOf),
];
