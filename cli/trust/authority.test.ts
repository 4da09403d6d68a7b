import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openListHere, readList, unsignedList } from '../../subgraphs/codes/trust.ts';
import { initRegion, leaveRegion, rotateKeys, withdrawOwnKey } from '../region/own-region.ts';
import {
  acceptUpload,
  draftList,
  enrollRegion,
  initAuthority,
  signDraft,
  takeBack,
  type SignedDraft,
} from './authority.ts';
import { openAuthority } from './authority-folder.ts';
import type { Place } from './place.ts';

const NOW = new Date('2022-07-01T00:00:00Z');
const DAY_MS = 86_400_000;
const REGION = '440000';
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

const base = mkdtempSync(join(tmpdir(), 'tongma-authority-'));
let made = 0;
let authority: string;
let shares: readonly string[];
let place: Place;

function newPlace(): Place {
  made += 1;
  const root = join(base, `region-${made}`);
  const floorFile = join(root, 'trust-floor.json');
  return { root, keysFile: join(root, 'region-keys.json'), rootsFile: join(root, 'x'), floorFile };
}

beforeEach(() => {
  place = newPlace();
  authority = join(base, `authority-${made}`);
  shares = initAuthority(authority, { roots: 3, threshold: 2, environment: 'production' });
});

afterAll(() => {
  rmSync(base, { recursive: true });
});

/** Enrolls the region as it is made first, and accepts its first upload. */
async function enrolled(at = place, region = REGION) {
  const own = await initRegion(at, region, {}, NOW);
  enrollRegion(authority, own.paths.enrollmentFile, false, NOW);
  await acceptUpload(authority, own.paths.uploadFile, NOW);
  return own;
}

/** Drafts, and lets two sign what they were shown. */
async function signed(now = NOW, by = [0, 2]) {
  const { file: draft } = await draftList(authority, 7, now);
  let last: SignedDraft | null = null;
  for (const at of by) {
    const root = shares[at] ?? '';
    const { digest } = await signDraft(authority, { draft, root, digest: undefined }, now);
    last = await signDraft(authority, { draft, root, digest: digest.slice(0, 16) }, now);
  }
  if (!last) throw new Error('Nobody signed.');
  return last;
}

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('a trust authority', () => {
  it('keeps each root key in a sealed file of its own, and none elsewhere', () => {
    expect(shares).toHaveLength(3);
    expect(shares.map(mode)).toEqual(['600', '600', '600']);
    const { roots, threshold } = openAuthority(authority).roots;
    expect([roots.length, threshold]).toEqual([3, 2]);
    const rest = ['trust-roots.json', 'register.json'].map((name) => join(authority, name));
    for (const file of rest) expect(readFileSync(file, 'utf8')).not.toContain('PRIVATE');
  });

  it('is not made over another', () => {
    const again = () => initAuthority(authority, { roots: 3, threshold: 2, environment: 'demo' });
    expect(again).toThrow('a trust authority already');
  });

  it.each([
    [3, 4],
    [3, 0],
    [21, 2],
  ])('of %i roots is not one where %i must sign', (roots, threshold) => {
    const options = { roots, threshold, environment: 'demo' as const };
    expect(() => initAuthority(join(base, 'none'), options)).toThrow('1 to 20 roots');
  });

  it('takes a region up by two of its roots, each of whom saw what changes', async () => {
    const { keys } = await enrolled();
    const last = await signed();
    expect(last).toMatchObject({ signed: true, signatures: 2, list: { version: 1 } });
    expect(last.changes.map(({ kind }) => kind)).toEqual([
      ...['REGION_ADDED', ...keys.map(() => 'KEY_ADDED')],
    ]);
    const { roots } = openAuthority(authority);
    const bytes = readFileSync(last.published!);
    expect(await openListHere(bytes, roots, { now: NOW })).toHaveProperty('list.version', 1);
  });

  it('has no list while only one has signed, and shows without signing', async () => {
    await enrolled();
    const { file: draft } = await draftList(authority, 7, NOW);
    const before = readFileSync(draft);
    const root = shares[0] ?? '';
    const { digest } = await signDraft(authority, { draft, root, digest: undefined }, NOW);
    expect(readFileSync(draft)).toEqual(before);
    const options = { draft, root, digest: digest.slice(0, 16) };
    await signDraft(authority, options, NOW);
    const twice = await signDraft(authority, options, NOW);
    expect([twice.signatures, twice.published]).toEqual([1, null]);
    await expect(draftList(authority, 7, NOW)).rejects.toThrow('1 signatures already');
    expect(await openAuthority(authority).last()).toBeNull();
  });

  it.each([
    ['0123456789abcdef', 'another digest'],
    ['01', 'another digest'],
  ])('signs nothing on the digest %s', async (digest, why) => {
    await enrolled();
    const { file: draft } = await draftList(authority, 7, NOW);
    const sign = signDraft(authority, { draft, root: shares[0] ?? '', digest }, NOW);
    await expect(sign).rejects.toThrow(why);
    expect(readList(readFileSync(draft))?.kids).toEqual([]);
  });

  it('lets no stranger sign, and nobody a list that goes back', async () => {
    const { paths } = await enrolled();
    const { file: draft, digest } = await draftList(authority, 7, NOW);
    const stranger = { draft, root: paths.uploadKeyFile, digest };
    await expect(signDraft(authority, stranger, NOW)).rejects.toThrow('no root of this authority');
    const { list } = await signed();
    writeFileSync(draft, unsignedList(list));
    const again = signDraft(authority, { draft, root: shares[1] ?? '', digest: undefined }, NOW);
    await expect(again).rejects.toThrow('does not follow');
  });
});

describe('uploads', () => {
  it('of a region that is not enrolled are refused', async () => {
    const { paths } = await initRegion(place, REGION, {}, NOW);
    await expect(acceptUpload(authority, paths.uploadFile, NOW)).rejects.toThrow('not enrolled');
  });

  it('with another upload key are refused until it is enrolled anew', async () => {
    await enrolled();
    const other = await initRegion(newPlace(), REGION, {}, later(1));
    const accept = () => acceptUpload(authority, other.paths.uploadFile, later(1));
    await expect(accept()).rejects.toThrow('not signed with the upload key');
    const enroll = (again: boolean) =>
      enrollRegion(authority, other.paths.enrollmentFile, again, later(1));
    expect(() => enroll(false)).toThrow('another upload key');
    expect(enroll(true).fingerprint).toBe(other.fingerprint);
    expect((await accept()).region).toBe(REGION);
  });

  it('are accepted once, and never an older one', async () => {
    const { paths } = await enrolled();
    const first = readFileSync(paths.uploadFile);
    await expect(acceptUpload(authority, paths.uploadFile, NOW)).rejects.toThrow('no newer');
    await rotateKeys(place, REGION, { uses: ['dynamic'], beginsIn: 8 }, later(160));
    await acceptUpload(authority, paths.uploadFile, later(160));
    writeFileSync(paths.uploadFile, first);
    await expect(acceptUpload(authority, paths.uploadFile, later(161))).rejects.toThrow('no newer');
  });

  it('that were cut are named before a list is drafted without them', async () => {
    await enrolled();
    const kept = join(openAuthority(authority).paths.uploads, `${REGION}.cbor`);
    const bytes = readFileSync(kept);
    writeFileSync(kept, bytes.subarray(0, bytes.length / 2));
    await expect(draftList(authority, 7, NOW)).rejects.toThrow(`${kept} is broken`);
  });

  it('of two regions cannot share a key', async () => {
    await enrolled();
    const thief = newPlace();
    await initRegion(thief, '510000', {}, NOW);
    const keys = readFileSync(place.keysFile, 'utf8').replaceAll(`"${REGION}"`, '"510000"');
    writeFileSync(thief.keysFile, keys);
    const { paths } = await initRegion(thief, '510000', { name: '四川' }, later(1));
    enrollRegion(authority, paths.enrollmentFile, false, later(1));
    const accept = acceptUpload(authority, paths.uploadFile, later(1));
    await expect(accept).rejects.toThrow('a key of another region');
  });
});

describe('keys', () => {
  const statesOf = (list: { regions: readonly { keys: readonly { state: string }[] }[] }) =>
    list.regions[0]!.keys.map(({ state }) => state);

  it('that are rotated stand beside the old ones, a week before they begin', async () => {
    const { keys, paths } = await enrolled();
    await signed();
    const at = later(150);
    const rotated = await rotateKeys(place, REGION, { uses: ['dynamic'], beginsIn: 8 }, at);
    expect(rotated.made).toEqual(['dynamic']);
    const again = await rotateKeys(place, REGION, { uses: ['dynamic'], beginsIn: 8 }, at);
    expect([again.made, again.isNew]).toEqual([[], false]);
    await acceptUpload(authority, paths.uploadFile, at);
    const { list, changes } = await signed(at, [1, 2]);
    expect(list.regions[0]?.keys).toHaveLength(keys.length + 1);
    expect(changes.map(({ kind, key }) => [kind, key?.notBefore])).toEqual([
      ['KEY_ADDED', later(158)],
    ]);
  });

  it('that are replaced at once begin a day ago and end last', async () => {
    const { keys } = await enrolled();
    const { keys: all } = await rotateKeys(
      place,
      REGION,
      { uses: ['paper'], beginsIn: 0 },
      later(1),
    );
    const fresh = all.find(({ kid }) => !keys.some((key) => key.kid === kid));
    expect(fresh).toMatchObject({ notBefore: NOW, notAfter: later(184) });
  });

  it('that the authority withdraws are refused for good', async () => {
    const { keys, paths } = await enrolled();
    await signed();
    const kid = keys[0]!.kid;
    await takeBack(authority, REGION, { kid, reason: 'It was copied.' }, later(1));
    const { list, changes } = await signed(later(1));
    expect(changes).toMatchObject([{ kind: 'KEY_WITHDRAWN', key: { kid } }]);
    expect(statesOf(list).filter((state) => state === 'TERMINATED')).toHaveLength(1);
    await initRegion(place, REGION, { name: '粤' }, later(2));
    const back = acceptUpload(authority, paths.uploadFile, later(2));
    await expect(back).rejects.toThrow(`brings a withdrawn key back. Key ${kid}`);
  });

  it('that the region withdraws are gone from its file and from the list', async () => {
    const { keys, paths } = await enrolled();
    await signed();
    const kid = keys[0]!.kid;
    await withdrawOwnKey(place, REGION, kid, later(1));
    const held = readFileSync(place.keysFile, 'utf8');
    expect(JSON.parse(held)).toHaveLength(keys.length - 1);
    await acceptUpload(authority, paths.uploadFile, later(1));
    const { changes } = await signed(later(1));
    expect(changes).toMatchObject([{ kind: 'KEY_WITHDRAWN', key: { kid } }]);
  });

  it('that the region withdraws, interrupted and run again, are listed once', async () => {
    const { keys, paths } = await enrolled();
    await signed();
    const kid = keys[0]!.kid;
    const before = readFileSync(place.keysFile);
    await withdrawOwnKey(place, REGION, kid, later(1));
    writeFileSync(place.keysFile, before); // as if it had been killed before the key was deleted
    const again = await withdrawOwnKey(place, REGION, kid, later(1));
    expect(JSON.parse(readFileSync(place.keysFile, 'utf8'))).toHaveLength(keys.length - 1);
    expect(again.keys.filter((key) => key.kid === kid)).toHaveLength(1);
    const third = await withdrawOwnKey(place, REGION, kid, later(1));
    expect([third.isNew, third.own.withdrawn.length]).toEqual([false, 1]);
    await acceptUpload(authority, paths.uploadFile, later(1));
    expect((await signed(later(1))).changes).toMatchObject([{ kind: 'KEY_WITHDRAWN' }]);
  });

  it('that nobody has cannot be withdrawn', async () => {
    await enrolled();
    await signed();
    const kid = '0123456789abcdef';
    const back = takeBack(authority, REGION, { kid, reason: 'none' }, NOW);
    await expect(back).rejects.toThrow('no key 0123456789abcdef');
    await expect(withdrawOwnKey(place, REGION, kid, NOW)).rejects.toThrow('no key');
    await expect(takeBack(authority, '510000', null, NOW)).rejects.toThrow('does not name');
  });
});

describe('a region', () => {
  it('is made once: run again, nothing is new', async () => {
    const first = await initRegion(place, REGION, { endpoint: 'https://codes.example' }, NOW);
    const files = [place.keysFile, first.paths.uploadKeyFile, first.paths.regionFile];
    expect(files.map(mode)).toEqual(['600', '600', '600']);
    const before = files.map((file) => readFileSync(file, 'utf8'));
    const again = await initRegion(place, REGION, {}, later(1));
    expect([again.isNew, again.made]).toEqual([false, []]);
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(before);
    expect(first.own.names.ZH_HANS).toBe('广东省');
  });

  it.each([
    ['123456', {}, 'no division'],
    [REGION, { endpoint: 'http://codes.example' }, 'An endpoint is an origin'],
  ])('of %s with %o is not made', async (region, options, why) => {
    await expect(initRegion(place, region, options, NOW)).rejects.toThrow(why);
  });

  it('that leaves ends with the next list, and does not come back', async () => {
    const { paths } = await enrolled();
    await signed();
    await leaveRegion(place, REGION, later(1));
    await acceptUpload(authority, paths.uploadFile, later(1));
    const { list } = await signed(later(1));
    expect(list.regions[0]?.state).toBe('SUNSET');
    const own = JSON.parse(readFileSync(paths.regionFile, 'utf8'));
    writeFileSync(paths.regionFile, JSON.stringify({ ...own, state: 'ACTIVE' }));
    await initRegion(place, REGION, {}, later(2));
    const back = acceptUpload(authority, paths.uploadFile, later(2));
    await expect(back).rejects.toThrow('an end is not taken back');
  });

  it('that the authority ends is over too', async () => {
    await enrolled();
    await signed();
    await takeBack(authority, REGION, null, later(1));
    expect((await signed(later(1))).changes).toMatchObject([
      { kind: 'STATE', from: 'ACTIVE', to: 'SUNSET' },
    ]);
  });

  it('that was never made is not worked on', async () => {
    const rotate = rotateKeys(place, REGION, { uses: ['dynamic'], beginsIn: 8 }, NOW);
    await expect(rotate).rejects.toThrow('tongma region init --region 440000');
    expect(existsSync(place.keysFile)).toBe(false);
  });
});
