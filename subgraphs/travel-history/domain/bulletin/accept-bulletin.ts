import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import type { ProposalKind } from '../../../kit/proposal/proposal.ts';
import { areaOfKey } from './area.ts';
import { coversWhole } from './covers-whole.ts';
import type { BulletinStore, KeptBulletin, Placed } from './kept-bulletin.ts';
import { planIntervals, type Interval } from './plan-intervals.ts';
import type { ResolveNames } from './resolve-name.ts';

/** Kind of proposal by which a held bulletin is accepted. */
export const BULLETIN = 'BULLETIN';

/** What accepting needs. */
export interface AcceptPorts {
  readonly store: BulletinStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly resolve: ResolveNames;
}

/** How long two people have for a held bulletin. */
const VALID_HOURS = 72;

/** Takes a bulletin into force: alone, or as the second person agrees. Source: RULES.md §2 and §3. */
export function acceptance({ store, audit, now, resolve }: AcceptPorts) {
  const place = (key: string): Placed => {
    const area = areaOfKey(key);
    const { code, exact } = resolve(area);
    return { division: code, whole: exact && coversWhole(area) };
  };

  /**
   * Makes its areas stand from its instant until that of the next one. Held ones are passed by.
   * `known`: the intervals from its instant on, when they have been read.
   */
  async function accept(
    bulletin: KeptBulletin,
    areas: Iterable<string>,
    known: readonly Interval[] | null = null,
  ): Promise<KeptBulletin> {
    const { id, publishedAt } = bulletin;
    const until = await store.nextAccepted(publishedAt);
    const all = until === null ? known : null;
    const intervals = all ?? (await store.intervals(publishedAt, until));
    const plan = planIntervals(intervals, publishedAt, until, areas);
    const accepted: KeptBulletin = { ...bulletin, state: 'ACCEPTED', acceptedAt: now() };
    await store.save(accepted);
    await store.supersedeHeld(publishedAt);
    await store.change(plan, id, place);
    const changed = plan.added.length + plan.changed.length;
    if (changed > 0) await store.startRuns(id, changed);
    return accepted;
  }

  async function held(id: string): Promise<KeptBulletin> {
    const bulletin = await store.find(id);
    if (!bulletin) throw new DomainError('NOT_FOUND', 'No such bulletin.');
    if (bulletin.state === 'HELD') return bulletin;
    throw new DomainError('ILLEGAL_TRANSITION', `This bulletin is ${bulletin.state}.`);
  }

  const kind: ProposalKind = {
    ...{ kind: BULLETIN, otherAgency: false, validHours: VALID_HOURS },
    rights: { propose: 'bulletin:import', decide: 'bulletin:approve' },
    async dryRun(_region, id) {
      const { movement, listed } = await held(id);
      const { lifted, raised } = movement;
      return [
        ...[
          { name: 'areasLifted', count: lifted },
          { name: 'areasRaised', count: raised },
        ],
        { name: 'areasAfterwards', count: listed.HIGH + listed.MEDIUM + listed.LOW },
      ];
    },
    async apply({ region, about }) {
      await store.lock();
      const bulletin = await accept(await held(about), await store.areasOf(about));
      const { lifted, raised } = bulletin.movement;
      const detail = { publishedAt: bulletin.publishedAt.toISOString(), lifted, raised };
      audit.note({ region, action: 'BULLETIN_ACCEPTED', objectId: about, detail });
    },
  };

  return { accept, kind };
}
