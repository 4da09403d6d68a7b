import type { ResponsePath } from '@apollo/query-planner';
import { isRecord, ownValue, type DataObject } from './data.ts';

/** In a path of a plan: each element of a list. */
const EACH = '@';

/** An object of what is gathered, and where it stands. */
export interface Found {
  readonly object: DataObject;
  /** Only known when it was asked for. */
  readonly path: ResponsePath;
}

/** Objects at a path of a plan, without nulls, in the order of the answer. */
export function objectsAt(value: unknown, path: ResponsePath, from = 0): DataObject[] {
  const found: DataObject[] = [];
  collect(value, path, from, (object) => found.push(object));
  return found;
}

/** The same with the path of each: that costs, and only errors need it. */
export function placesAt(value: unknown, path: ResponsePath): Found[] {
  const found: Found[] = [];
  const at: (string | number)[] = [];
  collect(value, path, 0, (object) => found.push({ object, path: [...at] }), at);
  return found;
}

function collect(
  value: unknown,
  path: ResponsePath,
  from: number,
  take: (object: DataObject) => void,
  at?: (string | number)[],
): void {
  if (value === undefined || value === null) return;
  const key = path[from];
  if (Array.isArray(value)) {
    const next = key === EACH ? from + 1 : from;
    for (const [index, one] of value.entries()) {
      at?.push(index);
      collect(one, path, next, take, at);
      at?.pop();
    }
  } else if (isRecord(value)) {
    if (key === undefined) {
      take(value);
      return;
    }
    at?.push(key);
    collect(ownValue(value, String(key)), path, from + 1, take, at);
    at?.pop();
  }
}
