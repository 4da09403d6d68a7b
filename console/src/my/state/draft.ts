import { SYMPTOMS, NO_ANSWERS, type HealthAnswers } from '../fields/health.ts';
import { newKey } from '../../composables/once.ts';

/** A stay as it is put down; days in Asia/Shanghai. */
export interface DraftStay {
  readonly division: string;
  readonly name: string;
  /** A listed place, as bulletins name it; '' for none. */
  readonly community: string;
  readonly arrivedOn: string;
  /** '' while the person is there. */
  readonly leftOn: string;
  /** When it was put down: a stay of that day had ended by then. */
  readonly putAt: string;
  /** Names it to the graph: sent twice, it is there once. */
  readonly key: string;
  /** The graph has it: sending again leaves it out. */
  readonly sent: boolean;
}

/** A declaration that is not sent yet. */
export interface Draft {
  readonly answers: HealthAnswers;
  readonly contact: boolean | null;
  readonly stays: readonly DraftStay[];
  /** Names the declaration to the graph, stays apart; another one when it was changed. */
  readonly key: string;
  readonly savedAt: string;
}

const PREFIX = 'tongma.draft.';
/** What one felt yesterday is not today's declaration. */
const KEPT_MS = 24 * 3_600_000;

/** No identifier lies on the phone: a few characters tell members of a family apart. */
function keyOf(residentId: string): string {
  return PREFIX + residentId.slice(-4);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
function answerOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function answersOf(value: unknown): HealthAnswers {
  if (!isObject(value)) return NO_ANSWERS;
  const terms = listOf(value['symptoms']);
  return {
    unwell: answerOf(value['unwell']),
    symptoms: SYMPTOMS.filter((term) => terms.includes(term)),
    temperature: textOf(value['temperature']),
  };
}

function keyIn(value: Record<string, unknown>): string {
  return textOf(value['key']) || newKey();
}

function stayOf(value: unknown, savedAt: string): DraftStay[] {
  if (!isObject(value)) return [];
  const [division, name] = [textOf(value['division']), textOf(value['name'])];
  const [arrivedOn, leftOn] = [textOf(value['arrivedOn']), textOf(value['leftOn'])];
  if (division === '' || arrivedOn === '') return [];
  return [
    {
      ...{ division, name, arrivedOn, leftOn, community: textOf(value['community']) },
      ...{ putAt: textOf(value['putAt']) || savedAt, key: keyIn(value) },
      sent: value['sent'] === true,
    },
  ];
}

/** The draft of a resident; null when there is none of the last 24 hours. */
export function readDraft(residentId: string, now: Date): Draft | null {
  let kept: unknown;
  try {
    kept = JSON.parse(localStorage.getItem(keyOf(residentId)) ?? 'null');
  } catch {
    return null;
  }
  if (!isObject(kept)) return null;
  const savedAt = textOf(kept['savedAt']);
  if (!(now.getTime() - Date.parse(savedAt) < KEPT_MS)) return null;
  return {
    answers: answersOf(kept['answers']),
    contact: answerOf(kept['contact']),
    stays: listOf(kept['stays']).flatMap((stay) => stayOf(stay, savedAt)),
    ...{ key: keyIn(kept), savedAt },
  };
}

/** Keeps a draft on this phone. */
export function keepDraft(residentId: string, draft: Draft): void {
  localStorage.setItem(keyOf(residentId), JSON.stringify(draft));
}

/** Removes the draft of a resident: it was sent. */
export function dropDraft(residentId: string): void {
  localStorage.removeItem(keyOf(residentId));
}

/** Removes every draft from this phone: somebody signed out. */
export function dropDrafts(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  }
}
