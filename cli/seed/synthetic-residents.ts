import type { Division, DivisionBook } from '../../subgraphs/kit/standards/gbt2260.ts';
import { checkDigit } from '../../subgraphs/kit/standards/resident-id.ts';
import { seededChoices, type Choices } from './random.ts';

/** What happens to an invented person; the color follows from it. */
export type Story =
  | 'GREEN'
  | 'SYMPTOM'
  | 'DETECTED'
  | 'ISOLATION_HOME'
  | 'ISOLATION_CENTRAL'
  | 'CHECK_INS_LAPSED'
  | 'RECOVERED';

/** Who an invented person is. */
export type PersonKind = 'LOCAL' | 'ELSEWHERE' | 'FOREIGNER' | 'CHILD' | 'ELDER_PAPER';

/** An invented person. Nobody has this number by more than chance. */
export interface SyntheticResident {
  readonly kind: PersonKind;
  readonly story: Story;
  /** Region that will register the person. */
  readonly region: string;
  readonly name: string;
  /** Name of the graph's document type. */
  readonly documentType: 'RESIDENT_ID' | 'PASSPORT';
  readonly documentNumber: string;
  readonly birthDate: string;
  readonly phone: string;
  /** Division of present stay. */
  readonly division: string;
  /** For a child: place of its guardian in the list, earlier than its own. */
  readonly guardian: number | null;
}

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜'.split('');
// Given names that read as invented: sample, model, example, test, with the cyclical characters.
const MARKS = '样拟例试'.split('');
const CYCLE = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'.split('');
const FOREIGN = ['Sample', 'Example', 'Specimen', 'Placeholder'];
const GIVEN = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf', 'Hotel'];

// In every region the first people are special; the rest are mostly green.
const SPECIAL: readonly (readonly [PersonKind, Story])[] = [
  ['LOCAL', 'GREEN'],
  ['CHILD', 'GREEN'],
  ['ELDER_PAPER', 'GREEN'],
  ['FOREIGNER', 'GREEN'],
  ['ELSEWHERE', 'GREEN'],
  ['LOCAL', 'SYMPTOM'],
  ['LOCAL', 'DETECTED'],
  ['LOCAL', 'ISOLATION_HOME'],
  ['LOCAL', 'ISOLATION_CENTRAL'],
  ['LOCAL', 'CHECK_INS_LAPSED'],
  ['LOCAL', 'RECOVERED'],
];
const STORIES: readonly Story[] = ['SYMPTOM', 'DETECTED', 'ISOLATION_HOME', 'RECOVERED'];

/** What people are invented from. */
export interface SyntheticOptions {
  readonly seed: number;
  readonly count: number;
  readonly divisions: readonly Division[];
  readonly book: DivisionBook;
  readonly regions: readonly string[];
  /** Calendar day; birth dates lie before it. */
  readonly today: string;
}

function birthDate(choices: Choices, kind: PersonKind, thisYear: number): string {
  const age = { CHILD: 4 + choices.below(8), ELDER_PAPER: 75 + choices.below(15) };
  const years = kind === 'CHILD' || kind === 'ELDER_PAPER' ? age[kind] : 20 + choices.below(50);
  const month = String(1 + choices.below(12)).padStart(2, '0');
  const day = String(1 + choices.below(28)).padStart(2, '0');
  return `${thisYear - years - 1}-${month}-${day}`;
}

/** Invents people, the same ones for the same seed. */
export function syntheticResidents(options: SyntheticOptions): SyntheticResident[] {
  const { seed, count, divisions, book, regions, today } = options;
  const choices = seededChoices(seed);
  const counties = divisions.filter(({ level }) => level === 'COUNTY');
  const own = new Map(
    regions.map((region) => [
      region,
      counties.filter(({ code }) => book.nearestOf(new Set(regions), code) === region),
    ]),
  );
  const elsewhere = counties.filter(({ code }) => !regions.some((r) => book.covers(r, code)));
  const thisYear = Number(today.slice(0, 4));
  const numbers = new Set<string>();

  function residentId(issuedIn: Division, born: string): string {
    for (;;) {
      const sequence = String(choices.below(1_000)).padStart(3, '0');
      const first17 = issuedIn.code + born.replaceAll('-', '') + sequence;
      const number = first17 + checkDigit(first17);
      if (!numbers.has(number)) {
        numbers.add(number);
        return number;
      }
    }
  }

  function person(index: number): SyntheticResident {
    const region = choices.pick(regions.slice(index % regions.length).slice(0, 1));
    const place = Math.floor(index / regions.length);
    const green: Story = 'GREEN';
    const story = choices.below(10) < 8 ? green : choices.pick(STORIES);
    const [kind, plot] = SPECIAL[place] ?? [choices.below(8) === 0 ? 'ELSEWHERE' : 'LOCAL', story];
    const division = choices.pick(own.get(region) ?? []);
    const born = birthDate(choices, kind, thisYear);
    const foreign = kind === 'FOREIGNER';
    const issuedIn = kind === 'ELSEWHERE' ? choices.pick(elsewhere) : division;
    return {
      ...{ kind, story: plot, region, division: division.code, birthDate: born },
      name: foreign
        ? `${choices.pick(GIVEN)} ${choices.pick(FOREIGN)}`
        : choices.pick(SURNAMES) + choices.pick(MARKS) + choices.pick(CYCLE),
      documentType: foreign ? 'PASSPORT' : 'RESIDENT_ID',
      documentNumber: foreign
        ? `XX${String(1_000_000 + index).slice(1)}${choices.below(10)}`
        : residentId(issuedIn, born),
      phone: `1990000${String(index).padStart(4, '0')}`,
      // The child comes right after the first local of its region.
      guardian: kind === 'CHILD' ? index - regions.length : null,
    };
  }

  return Array.from({ length: count }, (_, index) => person(index));
}
