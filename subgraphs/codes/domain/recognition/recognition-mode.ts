/** The three official modes. Source: DESIGN.md §6, Modes. */
export const RECOGNITION_MODES = ['DIRECT', 'SHARED_DATA', 'CONVERT'] as const;
/** One mode of an agreement. */
export type RecognitionMode = (typeof RECOGNITION_MODES)[number];
