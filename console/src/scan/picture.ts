/** Largest picture that is read. Source: SECURITY.md, Access. */
const BYTES_MAX = 5 * 1024 * 1024;
const TYPES = ['image/png', 'image/jpeg', 'image/webp'];

/** What a file dialog offers. */
export const PICTURE_TYPES = TYPES.join(',');

/** Why a picture gave no text; each has a sentence. */
export type PictureFault = 'TOO_LARGE' | 'NOT_A_PICTURE' | 'NO_CODE' | 'SEVERAL' | 'READER';

/** What speaks against a file before it is opened; null: nothing. */
export function pictureFault({ type, size }: Pick<Blob, 'type' | 'size'>): PictureFault | null {
  if (!TYPES.includes(type)) return 'NOT_A_PICTURE';
  return size > BYTES_MAX ? 'TOO_LARGE' : null;
}
