/** Key of the sentence for a code of the API; codes without one share a sentence. */
export function errorKey(code: string, exists: (key: string) => boolean): string {
  const key = `error.${code}`;
  return exists(key) ? key : 'error.OTHER';
}
