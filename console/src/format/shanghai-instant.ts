/** The instant that a field of date and time holds, read as Asia/Shanghai; null when it is empty. */
export function shanghaiInstant(local: string): string | null {
  return local === '' ? null : new Date(`${local}+08:00`).toISOString();
}
