import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { cameraFault, type CameraFault } from './camera-fault.ts';
import type { QrReader } from '../../scan/qr-reader.ts';

// Image Capture adds the lamp to what a track can do; TypeScript's DOM does not know it.
declare global {
  interface MediaTrackCapabilities {
    torch?: boolean;
  }
  interface MediaTrackConstraintSet {
    torch?: boolean;
  }
}

/** Between two looks at the picture: about six a second, one at a time. */
const LOOK_EVERY_MS = 150;

/** What the camera is doing. */
export type CameraState = 'OFF' | 'STARTING' | 'LIVE' | 'HIDDEN' | CameraFault;

/** What the camera serves. */
export interface CameraUse {
  readonly video: Readonly<Ref<HTMLVideoElement | null>>;
  readonly reader: QrReader;
  /** False while nobody wants to know what it sees. */
  readonly wanted: () => boolean;
  readonly onTexts: (texts: readonly string[]) => void;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The camera that looks away from the person who holds the device, from start to leaving. */
export function useCamera({ video, reader, wanted, onTexts }: CameraUse) {
  const state = ref<CameraState>('OFF');
  const stream = shallowRef<MediaStream | null>(null);
  /** Null: the camera has no lamp. */
  const torch = ref<boolean | null>(null);
  let gone = false;

  function stop(next: CameraState): void {
    for (const track of stream.value?.getTracks() ?? []) track.stop();
    stream.value = null;
    torch.value = null;
    state.value = next;
  }

  async function start(): Promise<void> {
    if (state.value === 'STARTING' || state.value === 'LIVE') return;
    // Outside secure contexts browsers leave it out, whatever the types say.
    if (!('mediaDevices' in navigator)) {
      stop('INSECURE');
      return;
    }
    state.value = 'STARTING';
    try {
      const opened = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
      });
      stream.value = opened;
      if (gone || document.hidden) {
        stop('HIDDEN');
        return;
      }
      for (const track of opened.getVideoTracks()) {
        track.addEventListener('ended', () => {
          if (stream.value === opened) stop('ENDED');
        });
        if (track.getCapabilities().torch === true) torch.value = false;
      }
      state.value = 'LIVE';
    } catch (error) {
      stop(cameraFault(error instanceof Error ? error.name : ''));
    }
  }

  async function lookOnce(element: HTMLVideoElement): Promise<void> {
    if (!wanted() || element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    try {
      const texts = await reader.read(await createImageBitmap(element));
      if (wanted()) onTexts(texts);
    } catch {
      // The camera closed in between, or the reader is not there yet: the next look shows it.
      await pause(1_000);
    }
  }

  watch([stream, video], async ([opened, element]) => {
    if (!opened || !element) return;
    element.srcObject = opened;
    await element.play().catch(() => undefined);
    while (stream.value === opened) {
      await lookOnce(element);
      await pause(LOOK_EVERY_MS);
    }
  });

  function onVisibility(): void {
    if (document.hidden && stream.value) stop('HIDDEN');
    else if (!document.hidden && state.value === 'HIDDEN') void start();
  }
  document.addEventListener('visibilitychange', onVisibility);
  onScopeDispose(() => {
    gone = true;
    document.removeEventListener('visibilitychange', onVisibility);
    stop('OFF');
  });

  async function switchTorch(): Promise<void> {
    const on = torch.value !== true;
    const [track] = stream.value?.getVideoTracks() ?? [];
    await track?.applyConstraints({ advanced: [{ torch: on }] });
    torch.value = on;
  }

  return { state, torch, start, stop: () => stop('OFF'), switchTorch };
}
