/** Most characters of a reason. */
export const REASON_MAX = 500;
const REASON_MIN = 6;

/** Whether a reason says too little. Source: DESIGN.md §4. */
export function isShortReason(reason: string): boolean {
  return [...reason.trim()].length < REASON_MIN;
}
