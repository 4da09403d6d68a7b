import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KeptList } from './kept-lists.ts';
import { createListKeeper, type OfferedLists } from './list-keeper.ts';
import { aGateway, aStore, NOW, REGION } from './lists-fakes.ts';

let gateway: Awaited<ReturnType<typeof aGateway>>;
let older: KeptList[];
let newer: KeptList[];

beforeAll(async () => {
  gateway = await aGateway();
  [older, newer] = await Promise.all([gateway.lists(0), gateway.lists(60)]);
});

describe('the lists of a place', () => {
  let device: ReturnType<typeof aStore>;
  let asked: string[][];
  let answer: (have: readonly string[]) => OfferedLists;

  function keeper() {
    const ask = async (_place: string, have: readonly string[]) => {
      asked.push([...have]);
      return answer(have);
    };
    return createListKeeper(REGION, { store: device.store, ask, now: () => NOW });
  }
  const etags = (lists: readonly KeptList[]) => lists.map(({ etag }) => etag).toSorted();
  const ofKind = (lists: readonly KeptList[], kind: string) =>
    lists.filter((one) => one.kind === kind);
  const asOf = ({ state }: ReturnType<typeof keeper>) =>
    state().held?.issuers.get(REGION)?.statement.issuedAt;
  const changed = (lists: readonly KeptList[], kind: string) =>
    lists.map((list) => {
      const bytes = Uint8Array.from(list.bytes);
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return list.kind === kind ? { ...list, etag: `${list.etag}x`, bytes } : list;
    });

  beforeEach(() => {
    device = aStore();
    asked = [];
    answer = (have) => gateway.offer(older, have);
  });

  it('are kept once they are verified, and asked for by what is new', async () => {
    const one = keeper();
    await one.open();
    await one.refresh();
    expect(asOf(one)).toEqual(NOW);
    expect(etags([...device.kept.values()])).toEqual(etags(older));
    answer = (have) => gateway.offer(newer, have);
    await one.refresh();
    expect(asked.map((have) => have.toSorted())).toEqual([[], etags(older)]);
    expect(asOf(one)).toEqual(new Date(NOW.getTime() + 60_000));
    expect(etags([...device.kept.values()])).toEqual(etags(newer));
  });

  it('are there at the next start, with nobody asked', async () => {
    await keeper().refresh();
    const next = keeper();
    await next.open();
    expect(asOf(next)).toEqual(NOW);
    expect(asked).toHaveLength(1);
    expect(await next.recognize('HCN1:A')).toMatchObject({ tokenStatus: 'MALFORMED' });
  });

  it('stay when nothing answers', async () => {
    const one = keeper();
    await one.refresh();
    answer = () => {
      throw new Error('No network.');
    };
    await one.refresh();
    expect(one.state().fault).toBe('UNREACHABLE');
    expect(asOf(one)).toEqual(NOW);
  });

  it('stay where what comes is refused, which is named and not kept', async () => {
    const one = keeper();
    await one.refresh();
    const bad = changed(newer, 'statements');
    answer = (have) => gateway.offer(bad, have);
    await one.refresh();
    expect(one.state().refused).toEqual([{ kind: 'statements', fault: 'INVALID_SIGNATURE' }]);
    expect(asOf(one)).toEqual(NOW);
    const kept = [...device.kept.values()];
    expect(etags(ofKind(kept, 'statements'))).toEqual(etags(ofKind(older, 'statements')));
    // Once it comes as it was signed, the old one goes.
    answer = (have) => gateway.offer(newer, have);
    await one.refresh();
    expect(one.state().refused).toEqual([]);
    expect(etags([...device.kept.values()])).toEqual(etags(newer));
  });

  it('do not heap up while one is refused; what it was to replace stays', async () => {
    const one = keeper();
    const bad = { kind: 'agreements' as const, etag: 'bad', bytes: Uint8Array.of(1) };
    const refresh = (lists: readonly KeptList[]) => {
      answer = (have) => gateway.offer([...lists, bad], have);
      return one.refresh();
    };
    const seconds = Array.from({ length: 25 }, (_, second) => second);
    const each = await Promise.all(seconds.map((second) => gateway.lists(second)));
    for (const lists of each) await refresh(lists);
    expect(asked.at(-1)).toHaveLength(3);
    expect(etags([...device.kept.values()])).toEqual(etags(each[24]!));
    // The next terms do not hold either: of all that came before, their last ones stay.
    const next = await gateway.lists(25);
    await refresh(changed(next, 'terms'));
    expect(one.state().refused.map(({ kind }) => kind)).toEqual(['terms', 'agreements']);
    const stay = [...ofKind(each[24]!, 'terms'), ...next.filter(({ kind }) => kind !== 'terms')];
    expect(etags([...device.kept.values()])).toEqual(etags(stay));
    const anew = keeper();
    await anew.open();
    expect(anew.state().refused).toEqual([]);
    expect(asOf(anew)).toEqual(new Date(NOW.getTime() + 25_000));
  });

  it('that were changed on the device are refused at the start and fetched again', async () => {
    await keeper().refresh();
    const [statement] = ofKind(older, 'statements');
    const [bad] = ofKind(changed(older, 'statements'), 'statements');
    device.kept.set(statement!.etag, { ...bad!, etag: statement!.etag });
    const next = keeper();
    await next.open();
    expect(next.state().refused).toEqual([{ kind: 'statements', fault: 'INVALID_SIGNATURE' }]);
    expect(asOf(next)).toBeUndefined();
    await next.refresh();
    expect(asked.at(-1)).not.toContain(statement!.etag);
    expect(asOf(next)).toEqual(NOW);
    expect(device.kept.get(statement!.etag)?.bytes).toEqual(statement!.bytes);
  });

  it('are fetched as a whole when the trust list was changed', async () => {
    await keeper().refresh();
    const [trust] = ofKind(older, 'trustList');
    const [bad] = ofKind(changed(older, 'trustList'), 'trustList');
    device.kept.set(trust!.etag, { ...bad!, etag: trust!.etag });
    const next = keeper();
    await next.open();
    expect(next.state().held).toBeNull();
    await next.refresh();
    expect(asked.at(-1)).toEqual([]);
    expect(asOf(next)).toEqual(NOW);
  });

  it('of other roots than the first are refused, in the next window too', async () => {
    await keeper().refresh();
    const next = keeper();
    await next.open();
    answer = (have) => gateway.offer(newer, have, { ...gateway.roots, threshold: 2 });
    await next.refresh();
    expect(next.state().fault).toBe('OTHER_ROOTS');
    expect(asOf(next)).toEqual(NOW);
    expect(etags([...device.kept.values()])).toEqual(etags(older));
  });

  it('are asked for again where roots came that cannot be read, on the device too', async () => {
    const noKeys = { ...gateway.roots, keys: ['no base64!'] };
    answer = (have) => gateway.offer(older, have, noKeys);
    const one = keeper();
    await one.refresh();
    expect(one.state()).toMatchObject({ held: null, fault: 'UNREACHABLE' });
    const about = { region: REGION, names: {}, fetchedAt: NOW };
    await device.store.write(REGION, { roots: noKeys, about, put: [], keep: new Set() });
    await one.open();
    answer = (have) => gateway.offer(older, have);
    await one.refresh();
    expect(one.state().fault).toBeNull();
    expect(asOf(one)).toEqual(NOW);
  });

  it('are asked for anew when another window forgot them', async () => {
    const one = keeper();
    await one.refresh();
    await device.store.clear();
    await one.refresh();
    expect(asked.at(-1)).toEqual([]);
    expect(etags([...device.kept.values()])).toEqual(etags(older));
  });

  it('hold for the page where the device keeps nothing', async () => {
    const full = () => Promise.reject(new Error('The device is full.'));
    device.store.write = full;
    const one = keeper();
    await one.refresh();
    expect(one.state().fault).toBe('NOT_STORED');
    expect(asOf(one)).toEqual(NOW);
  });
});
