import type { Persona } from '../../access/decisions.ts';
import { attacker, sendAs, type AttackedRegion } from './personas.ts';

/** Has somebody of a region do something, which must succeed; gives what came of it. */
export async function done(persona: Persona, region: AttackedRegion, query: string, input: object) {
  const answer = await sendAs(attacker(persona, region), query, { input });
  if (answer.errors) throw new Error(`${persona}: ${JSON.stringify(answer.errors)}`);
  return Object.values(answer.data as Record<string, any>)[0];
}
