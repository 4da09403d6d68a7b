/** Why the camera shows nothing; each has a sentence. */
export type CameraFault = 'REFUSED' | 'NONE' | 'IN_USE' | 'INSECURE' | 'ENDED' | 'OTHER';

/** What the browser's refusal means, by its name. Source: Media Capture and Streams, getUserMedia. */
export function cameraFault(name: string): CameraFault {
  switch (name) {
    case 'NotAllowedError':
      return 'REFUSED';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'NONE';
    case 'NotReadableError':
    case 'AbortError':
      return 'IN_USE';
    case 'SecurityError':
      return 'INSECURE';
    default:
      return 'OTHER';
  }
}
