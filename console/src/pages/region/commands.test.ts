import { describe, expect, it } from 'vitest';
import { commandsOf } from './commands.ts';

const REGION = '440000';
type Given = Parameters<typeof commandsOf>[1];

interface Row {
  readonly title: string;
  readonly given: Given;
  readonly does: readonly string[];
}

const finding = (kind: Given['findings'][number]['kind'], about: string | null = null) => ({
  ...{ kind, about },
});

describe('what to do at a step', () => {
  it.each<Row>([
    {
      ...{ title: 'keys that are missing', does: ['init', 'check'] },
      given: { step: 'KEYS', state: 'NOW', findings: [finding('KEY_MISSING', 'paper')] },
    },
    {
      ...{ title: 'keys that end and one that is over', does: ['rotateNow', 'rotate', 'check'] },
      given: {
        ...{ step: 'KEYS', state: 'ATTENTION' },
        findings: [finding('KEY_ENDS', 'paper'), finding('KEY_OVER', 'status')],
      },
    },
    {
      ...{ title: 'keys that last', does: ['check'] },
      given: { step: 'KEYS', state: 'DONE', findings: [] },
    },
    {
      ...{ title: 'no list', does: ['endpoint', 'enroll', 'accept', 'publish'] },
      given: { step: 'LISTED', state: 'NOW', findings: [finding('NOT_IN_LIST')] },
    },
    {
      ...{ title: 'a list that ends', does: ['accept', 'publish'] },
      given: { step: 'LISTED', state: 'ATTENTION', findings: [finding('LIST_ENDS')] },
    },
    {
      ...{ title: 'a list that holds', does: [] },
      given: { step: 'LISTED', state: 'DONE', findings: [] },
    },
    {
      ...{ title: 'no policy', does: ['join'] },
      given: { step: 'POLICY', state: 'NOW', findings: [finding('POLICY_MISSING')] },
    },
    {
      ...{ title: 'no agreement: people act, no command', does: [] },
      given: { step: 'AGREEMENTS', state: 'NOW', findings: [finding('NONE_TAKEN_HERE')] },
    },
  ])('$title', ({ given, does }) => {
    const commands = commandsOf(REGION, given);
    expect(commands.map((one) => one.does)).toEqual(does);
  });

  it('names the region, and the key that is withdrawn', () => {
    const kid = '0123456789abcdef';
    const findings = [finding('KEY_WITHDRAWN', kid)];
    const [first] = commandsOf(REGION, { step: 'LISTED', state: 'ATTENTION', findings });
    expect(first?.text).toBe(`npx tongma region rotate-keys --region 440000 --withdraw ${kid}`);
  });
});
