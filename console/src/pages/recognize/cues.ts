import { onScopeDispose, ref } from 'vue';
import { pulsePattern } from './cue.ts';

const KEY = 'tongma.sound';
const PITCH_HZ = 880;

/** Cues one can hear and feel; sound is off until it is switched on, and then remembered. */
export function useCues() {
  const sound = ref(localStorage.getItem(KEY) === 'on');
  let audio: AudioContext | null = null;

  function beep(pattern: readonly number[]): void {
    audio ??= new AudioContext();
    let at = audio.currentTime;
    for (const [index, ms] of pattern.entries()) {
      if (index % 2 === 0) {
        const tone = audio.createOscillator();
        const volume = audio.createGain();
        tone.frequency.value = PITCH_HZ;
        volume.gain.value = 0.2;
        tone.connect(volume).connect(audio.destination);
        tone.start(at);
        tone.stop(at + ms / 1_000);
      }
      at += ms / 1_000;
    }
  }

  onScopeDispose(() => void audio?.close());

  return {
    sound,
    switchSound(): void {
      sound.value = !sound.value;
      localStorage.setItem(KEY, sound.value ? 'on' : 'off');
      if (sound.value) beep(pulsePattern(1));
    },
    play(pulses: number): void {
      const pattern = pulsePattern(pulses);
      // A browser complains about a page that shakes before it was touched; not all can shake.
      if ('vibrate' in navigator && navigator.userActivation.hasBeenActive) {
        navigator.vibrate(pattern);
      }
      if (sound.value) beep(pattern);
    },
  };
}
