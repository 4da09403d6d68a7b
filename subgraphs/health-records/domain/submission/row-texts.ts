const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
/** Longest text that is looked at; what is longer is refused unread. */
const TEXT_MOST = 128;

/** A text of a row without blanks around it; null when there is none. */
export function textOf(given: unknown): string | null {
  if (typeof given !== 'string') return null;
  const text = given.length > TEXT_MOST ? given : given.trim();
  return text === '' ? null : text;
}

/** Whether a text is longer than any that is taken. */
export function isTooLong(text: string): boolean {
  return text.length > TEXT_MOST;
}

function isRealDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

/** An instant by RFC 3339; null when the text is none. */
export function instantOf(text: string): Date | null {
  const day = INSTANT.exec(text)?.[1];
  if (day === undefined || !isRealDay(day)) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
