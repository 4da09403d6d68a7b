/** What the worker is asked to look at: a frame of the camera, or a file. */
export interface ScanRequest {
  readonly id: number;
  readonly image: ImageBitmap | Blob;
}

/** Why the worker could not look. */
export type ScanFault = 'NOT_A_PICTURE' | 'READER';

/** What the worker saw: texts of all codes. */
export type ScanAnswer =
  | { readonly id: number; readonly texts: readonly string[] }
  | { readonly id: number; readonly fault: ScanFault };
