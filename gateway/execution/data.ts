/** An object of an answer, as a subgraph gave it or as it is gathered. */
export type DataObject = Record<string, unknown>;

/** An object that inherits nothing: of it `__proto__` is a field as any other. */
export function bareObject(): DataObject {
  const object: unknown = Object.create(null);
  return isRecord(object) ? object : {};
}

/** Whether a value is an object with fields. */
export function isRecord(value: unknown): value is DataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of an object; what every object inherits is none. */
export function ownValue(object: DataObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Sets a field of an object, whatever its name: `__proto__` too is only a name. */
export function setOwn(object: DataObject, key: string, value: unknown): void {
  if (key in Object.prototype && !Object.hasOwn(object, key)) {
    Object.defineProperty(object, key, {
      ...{ value, writable: true, enumerable: true, configurable: true },
    });
  } else {
    object[key] = value;
  }
}

/** Whether a subgraph's value says nothing more than what is known: its null may be a failure. */
function addsNothing(value: unknown, known: unknown): boolean {
  return value === undefined || (value === null && known !== undefined);
}

/**
 * Adds what another subgraph says of an object, objects within it field by field. What one has given
 * no null of another takes away, whichever comes first.
 */
export function mergeInto(target: DataObject, source: DataObject): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    const known = ownValue(target, key);
    if (addsNothing(value, known)) continue;
    if (isRecord(known) && isRecord(value)) mergeInto(known, value);
    else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length) {
      mergeLists(known, value);
    } else setOwn(target, key, value);
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (const [at, value] of source.entries()) {
    const known = target[at];
    if (addsNothing(value, known)) continue;
    if (isRecord(known) && isRecord(value)) mergeInto(known, value);
    else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length) {
      mergeLists(known, value);
    } else target[at] = value;
  }
}
