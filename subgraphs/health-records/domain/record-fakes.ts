import { fakeTrail, type FakeTrail } from '../../kit/audit/fake-trail.ts';
import type { Identity } from '../../kit/identity.ts';
import { opaqueId } from '../../kit/standards/opaque-id.ts';
import type { RecordEvent, RecordStore } from './record-store.ts';
import type {
  CheckIn,
  ContactNotice,
  Declaration,
  IsolationOrder,
  TestResult,
  Vaccination,
} from './records.ts';
import type { RecordPorts } from './self-reports.ts';

/** Region of the people in the tests. */
export const REGION = '330100';
/** A resident, and another one of the same region. */
export const RESIDENT = opaqueId(REGION, new Uint8Array(16).fill(1));
/** A second resident of the same region. */
export const NEIGHBOR = opaqueId(REGION, new Uint8Array(16).fill(2));

/** A person's own session; by default that of {@link RESIDENT}. */
export function aPerson(changes: Partial<Identity> = {}): Identity {
  return {
    ...{ kind: 'RESIDENT', subject: 'person', scopes: ['self'], grants: [], regions: [REGION] },
    ...{ residents: [RESIDENT], purposes: [], agency: null },
    ...changes,
  };
}

/** An official of the region, who acts on anyone in it. */
export function anOfficial(subject: string, changes: Partial<Identity> = {}): Identity {
  return {
    ...{
      kind: 'OFFICIAL',
      subject,
      scopes: ['declaration:review', 'case:manage'],
      grants: [REGION],
      regions: [REGION],
    },
    ...{ residents: '*', purposes: [], agency: 'health-commission' },
    ...changes,
  };
}

/** The ports over memory: a clock that the test moves, and all events that were appended. */
export interface FakeRecords extends RecordPorts {
  readonly events: readonly RecordEvent[];
  readonly audit: FakeTrail;
  /** Lets a stay of a resident have been in a risk area. */
  expose(residentId: string, stayId: string): void;
  /** Number of rows of all kinds. */
  rows(): number;
  moveTo(instant: string): void;
}

function fakeStore(events: RecordEvent[], exposed: readonly (readonly [string, string])[]) {
  const declarations = new Map<string, Declaration>();
  const checkIns: CheckIn[] = [];
  const results: TestResult[] = [];
  const orders = new Map<string, IsolationOrder>();
  const notices = new Map<string, ContactNotice>();
  const vaccinations: Vaccination[] = [];
  const sample = (result: TestResult) =>
    [result.residentId, +result.sampleCollectedAt, result.laboratory, result.method].join('|');

  const store: RecordStore = {
    addDeclaration(given) {
      declarations.set(given.id, given);
      return Promise.resolve();
    },
    findDeclaration: (id) => Promise.resolve(declarations.get(id) ?? null),
    reviewDeclaration({ id }, { state, at, reason }) {
      const kept = declarations.get(id);
      if (kept?.state !== 'PENDING') return Promise.resolve(false);
      declarations.set(id, { ...kept, state, reviewedAt: at, reviewReason: reason });
      return Promise.resolve(true);
    },
    addCheckIn(given) {
      const isSame = (kept: CheckIn) =>
        kept.residentId === given.residentId && kept.day === given.day;
      if (checkIns.some(isSame)) return Promise.resolve(false);
      checkIns.push(given);
      return Promise.resolve(true);
    },
    addTestResult(given) {
      const isSame = (one: TestResult) => sample(one) === sample(given);
      const kept =
        results.find((one) => isSame(one) && one.correctedById === null) ?? results.find(isSame);
      if (!kept) results.push(given);
      return Promise.resolve(kept ?? null);
    },
    findTestResult: (id) => Promise.resolve(results.find((result) => result.id === id) ?? null),
    supersede({ id }, by) {
      const at = results.findIndex((result) => result.id === id);
      const old = results[at];
      const taken = results.some(
        (one) => sample(one) === sample(by) && one.revision === by.revision,
      );
      if (old?.correctedById !== null || taken) return Promise.resolve(false);
      results.splice(at, 1, { ...old, correctedById: by.id });
      results.push(by);
      return Promise.resolve(true);
    },
    wasExposed: (residentId, stayId) =>
      Promise.resolve(exposed.some((one) => one[0] === residentId && one[1] === stayId)),
    addOrder(given) {
      orders.set(given.id, given);
      return Promise.resolve();
    },
    findOrder: (id) => Promise.resolve(orders.get(id) ?? null),
    releaseOrder({ id }, at) {
      const kept = orders.get(id);
      if (!kept || kept.releasedAt) return Promise.resolve(false);
      orders.set(id, { ...kept, releasedAt: at });
      return Promise.resolve(true);
    },
    extendOrder({ id }, until) {
      const kept = orders.get(id);
      if (!kept || kept.releasedAt || kept.until >= until) return Promise.resolve(false);
      orders.set(id, { ...kept, until });
      return Promise.resolve(true);
    },
    addNotice(given) {
      notices.set(given.id, given);
      return Promise.resolve();
    },
    findNotice: (id) => Promise.resolve(notices.get(id) ?? null),
    withdrawNotice({ id }, at) {
      const kept = notices.get(id);
      if (!kept || kept.withdrawnAt) return Promise.resolve(false);
      notices.set(id, { ...kept, withdrawnAt: at });
      return Promise.resolve(true);
    },
    addVaccination(given) {
      const isSame = (kept: Vaccination) =>
        kept.residentId === given.residentId &&
        kept.vaccinatedOn === given.vaccinatedOn &&
        kept.doseNumber === given.doseNumber;
      const kept = vaccinations.find(isSame);
      if (!kept) vaccinations.push(given);
      return Promise.resolve(kept ?? null);
    },
    append(given) {
      events.push(...given);
      return Promise.resolve();
    },
  };
  const rows = () => {
    const lists = checkIns.length + results.length + vaccinations.length;
    return declarations.size + lists + orders.size + notices.size;
  };
  return { store, rows };
}

/** Ports of the use cases over memory, with the clock at `instant`. */
export function fakeRecords(instant = '2022-07-01T04:00:00.000Z'): FakeRecords {
  let now = new Date(instant);
  let made = 100;
  const events: RecordEvent[] = [];
  const exposed: [string, string][] = [];
  return {
    ...fakeStore(events, exposed),
    expose: (residentId, stayId) => void exposed.push([residentId, stayId]),
    events,
    audit: fakeTrail(),
    now: () => now,
    newId: (region) => opaqueId(region, new Uint8Array(16).fill((made += 1))),
    moveTo: (next) => void (now = new Date(next)),
  };
}

/** What a refusal says to the caller: its code and the fields it names. */
export async function refusalOf(work: Promise<unknown>): Promise<object> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const fields = 'fields' in error ? error.fields : undefined;
    return { code: error.code, ...(fields !== undefined && { fields }) };
  }
  throw new Error('Nothing was refused.');
}
