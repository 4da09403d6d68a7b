import type { Finding, StandingStep } from './region-queries.ts';

/** A command to copy, and the key of the sentence that says what it does. */
export interface Command {
  readonly does: string;
  readonly text: string;
}

type Step = Pick<StandingStep, 'step' | 'state'> & {
  readonly findings: readonly Pick<Finding, 'kind' | 'about'>[];
};

const inRegion = (name: string, region: string, more = '') =>
  `npx tongma region ${name} --region ${region}${more}`;

function forKeys(region: string, { findings }: Step): Command[] {
  const has = (kind: Finding['kind']) => findings.some((one) => one.kind === kind);
  const init = { does: 'init', text: inRegion('init', region) };
  const rotate = { does: 'rotate', text: inRegion('rotate-keys', region) };
  const now = { does: 'rotateNow', text: inRegion('rotate-keys', region, ' --begins 0') };
  return [
    ...(has('KEY_MISSING') ? [init] : []),
    ...(has('KEY_OVER') ? [now] : []),
    ...(has('KEY_ENDS') ? [rotate] : []),
    { does: 'check', text: inRegion('check', region) },
  ];
}

function forList(region: string, { findings, state }: Step): Command[] {
  const withdrawn = findings.filter(({ kind }) => kind === 'KEY_WITHDRAWN');
  const endpoint = ' --endpoint https://…';
  const isNew = findings.some(({ kind }) => kind === 'NOT_IN_LIST' || kind === 'NO_LIST');
  const isSilent = isNew || findings.some(({ kind }) => kind === 'NO_ENDPOINT');
  const enroll = { does: 'enroll', text: 'npx tongma trust enroll enrollment.json' };
  const list = [
    { does: 'accept', text: 'npx tongma trust accept upload.cbor && npx tongma trust draft' },
    { does: 'publish', text: 'npx tongma trust publish trust-list-….cbor' },
  ];
  return [
    ...withdrawn.map(({ about }) => ({
      ...{ does: 'withdraw', text: inRegion('rotate-keys', region, ` --withdraw ${about ?? ''}`) },
    })),
    ...(isSilent ? [{ does: 'endpoint', text: inRegion('init', region, endpoint) }] : []),
    ...(isNew ? [enroll] : []),
    ...(state === 'DONE' && !isSilent ? [] : list),
  ];
}

/** The exact commands of a step, as far as something is to be done. */
export function commandsOf(region: string, step: Step): readonly Command[] {
  switch (step.step) {
    case 'KEYS':
      return forKeys(region, step);
    case 'LISTED':
      return forList(region, step);
    case 'POLICY':
      if (step.state === 'DONE') return [];
      return [{ does: 'join', text: inRegion('join', region, ' --wait 30') }];
    case 'RECOGNIZED': {
      const peer = ' --peer-data … --peer-region …';
      return [{ does: 'rehearse', text: inRegion('rehearse', region, peer) }];
    }
    default:
      return [];
  }
}
