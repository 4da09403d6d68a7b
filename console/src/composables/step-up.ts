import { ref } from 'vue';

/** Whether somebody was refused because the sign-in is too old, and has not answered that yet. */
export const stepUpWanted = ref(false);

/** Asks who works here to sign in once more. */
export function wantStepUp(): void {
  stepUpWanted.value = true;
}
