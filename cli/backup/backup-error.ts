import { StartError } from '../start-error.ts';

/** Why a backup is refused. */
export type BackupFault =
  /** It is no backup, or under another backup key. */
  | 'NOT_READABLE'
  /** It was changed. */
  | 'CHANGED'
  /** It ends too early, or goes on after its end. */
  | 'CUT'
  /** It holds what this version of Tongma, or this place, cannot take. */
  | 'DOES_NOT_FIT';

/** A backup that is refused. Nothing was changed by it. */
export class BackupError extends StartError {
  override readonly name = 'BackupError';
  readonly code: BackupFault;

  constructor(code: BackupFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
