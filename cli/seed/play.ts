import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Ask } from '../all-in-one/ask.ts';
import {
  applicantSubject,
  DEMO_PEOPLE,
  DEMO_PEOPLE_REGION,
  officialSubject,
} from './demo-accounts.ts';
import type { Story, SyntheticResident } from './synthetic-residents.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** People played at the same time. */
const AT_ONCE = 6;

const REGISTER = `mutation SeedRegister($input: RegisterResidentInput!) {
  registerResident(input: $input) { id }
}`;
const REVIEW = `mutation SeedReview($input: ReviewRegistrationInput!) {
  reviewRegistration(input: $input) { id }
}`;
const DECLARE = `mutation SeedDeclare($input: DeclareHealthInput!) {
  declareHealth(input: $input) { id }
}`;
const REVIEW_DECLARATION = `mutation SeedReviewDeclaration($input: ReviewDeclarationInput!) {
  reviewDeclaration(input: $input) { id }
}`;
const STAY = `mutation SeedStay($input: DeclareStayInput!) { declareStay(input: $input) { id } }`;
const TEST = `mutation SeedTest($input: RecordTestResultInput!) {
  recordTestResult(input: $input) { id }
}`;
const ISOLATE = `mutation SeedIsolate($input: OrderIsolationInput!) {
  orderIsolation(input: $input) { id }
}`;

/** A person of the demo, as registered. */
export interface PlayedResident {
  readonly id: string;
  readonly region: string;
  readonly story: Story;
  readonly kind: SyntheticResident['kind'];
}

const idAnswer = z.record(z.string(), z.object({ id: z.string() }));

/** What the stories need: the graph, the clock, and somebody to tell how far it is. */
export interface PlayOptions {
  readonly ask: Ask;
  readonly now: Date;
  readonly onProgress: (done: number, all: number) => void;
}

function actingThrough(ask: Ask) {
  return async (subject: string, query: string, input: Record<string, unknown>) => {
    const answer = idAnswer.parse(await ask(subject, query, { input }));
    return Object.values(answer)[0]?.id ?? '';
  };
}

/** What a person gives to be registered. */
function particularsOf(person: SyntheticResident) {
  const { name, documentType, documentNumber, birthDate, phone, division } = person;
  return { name, documentType, documentNumber, birthDate, phone, division };
}

/**
 * Applicants who wait: of every five one has registered, the others are registered and have
 * declared, one of them with symptoms. They fill the reviewers' queues.
 */
export async function playApplicants(
  people: readonly SyntheticResident[],
  { ask }: PlayOptions,
): Promise<void> {
  const act = actingThrough(ask);
  for (const [index, person] of people.entries()) {
    const own = applicantSubject(index);
    const residentId = await act(own, REGISTER, particularsOf(person));
    if (index % 5 === 0) continue;
    const reviewer = officialSubject('REVIEWER', person.region);
    await act(reviewer, REVIEW, { residentId, decision: 'APPROVE' });
    const ill = index % 5 === 4;
    const symptoms = ill ? ['COUGH', 'FEVER'] : [];
    await act(own, DECLARE, { residentId, symptoms, temperature: ill ? 37.8 : 36.4 });
  }
}

/** Plays everybody's story through the graph, each step by an official of the right role. */
export async function playStories(
  people: readonly SyntheticResident[],
  { ask, now, onProgress }: PlayOptions,
): Promise<PlayedResident[]> {
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString();

  const act = actingThrough(ask);

  async function stayed(desk: string, residentId: string, division: string): Promise<string> {
    const arrivedAt = before(10 * DAY_MS);
    return act(desk, STAY, { residentId, division, arrivedAt });
  }

  /** What happens after the first declaration. */
  async function happened(person: SyntheticResident, residentId: string) {
    const laboratory = officialSubject('LABORATORY', person.region);
    const caseOfficer = officialSubject('CASE_OFFICER', person.region);
    const tested = (result: string, ago: number) =>
      act(laboratory, TEST, {
        ...{ residentId, result, sampleCollectedAt: before(ago) },
        laboratory: `LAB-${person.region}`,
      });
    /** Because of a result that no rule in force counts any more: the order gives the color. */
    const isolated = async (place: string, ago: number) =>
      act(caseOfficer, ISOLATE, {
        ...{ residentId, place, from: before(ago) },
        until: new Date(now.getTime() + 7 * DAY_MS).toISOString(),
        citation: { kind: 'TEST_RESULT', id: await tested('DETECTED', 9 * DAY_MS) },
      });
    switch (person.story) {
      case 'GREEN':
      case 'SYMPTOM':
        return;
      case 'DETECTED':
        await tested('DETECTED', DAY_MS);
        return;
      case 'ISOLATION_HOME':
        await isolated('HOME', HOUR_MS);
        return;
      case 'ISOLATION_CENTRAL':
        await isolated('CENTRAL', HOUR_MS);
        return;
      case 'CHECK_INS_LAPSED':
        await isolated('HOME', 3 * DAY_MS);
        return;
      case 'RECOVERED':
        await tested('DETECTED', 6 * DAY_MS);
        await tested('NOT_DETECTED', 2 * DAY_MS);
        await tested('NOT_DETECTED', 12 * HOUR_MS);
    }
  }

  const accounts = new Map<string, string>(
    Object.entries(DEMO_PEOPLE).map(([account, story]) => [story, account]),
  );

  /** Who registers and declares: the desk, or the person's own account for one of each story. */
  function applicant({ region, kind, story }: SyntheticResident): string {
    const own = kind === 'LOCAL' && region === DEMO_PEOPLE_REGION && accounts.get(story);
    if (!own) return officialSubject('DESK', region);
    accounts.delete(story);
    return own;
  }

  async function registered(
    person: SyntheticResident,
    guardianId: string | null,
    desk: string,
  ): Promise<string> {
    const reviewer = officialSubject('REVIEWER', person.region);
    const residentId = await act(desk, REGISTER, { ...particularsOf(person), guardianId });
    await act(reviewer, REVIEW, { residentId, decision: 'APPROVE' });
    return residentId;
  }

  async function played(person: SyntheticResident, guardianId: string | null) {
    const { region, division, kind, story } = person;
    const desk = applicant(person);
    const residentId = await registered(person, guardianId, desk);
    await stayed(desk, residentId, division);
    const symptoms = story === 'SYMPTOM' ? ['FEVER', 'COUGH'] : [];
    const temperature = story === 'SYMPTOM' ? 38.2 : 36.5;
    const declarationId = await act(desk, DECLARE, { residentId, symptoms, temperature });
    const reviewer = officialSubject('REVIEWER', region);
    await act(reviewer, REVIEW_DECLARATION, { declarationId, decision: 'APPROVE' });
    await happened(person, residentId);
    return { id: residentId, region, story, kind };
  }

  const results: (PlayedResident | undefined)[] = people.map(() => undefined);
  let next = 0;
  let done = 0;

  async function guardianOf({ guardian }: SyntheticResident): Promise<string | null> {
    if (guardian === null) return null;
    for (let waited = 0; waited < 600; waited += 1) {
      const played = results[guardian];
      if (played) return played.id;
      await sleep(50);
    }
    throw new Error('A guardian was not registered in time.');
  }

  async function worker(): Promise<void> {
    for (let index = next++; index < people.length; index = next++) {
      const person = people[index];
      if (!person) continue;
      results[index] = await played(person, await guardianOf(person));
      done += 1;
      onProgress(done, people.length);
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results.filter((played) => played !== undefined);
}
