import { shanghaiInstant } from '../../format/shanghai-instant.ts';
import type { AgreementTermsInput, Color, RecognitionMode } from '../../gql/graphql.ts';
import type { Agreement } from './agreement-queries.ts';

/** Our colors, from best to worst. */
export const COLORS: readonly Color[] = ['GREEN', 'YELLOW', 'RED'];
/** The official modes. */
export const MODES: readonly RecognitionMode[] = ['DIRECT', 'SHARED_DATA', 'CONVERT'];

/** One line of a color map, as it is typed; '' = looked at by hand. */
export interface ColorLine {
  issued: string;
  color: Color | '';
  /** A further color of the issuer's, whose name can be changed. */
  further: boolean;
}

/** Terms as they are typed; times as clocks in Asia/Shanghai show them. */
export interface TermsForm {
  issuer: string;
  mode: RecognitionMode;
  colors: ColorLine[];
  /** Hours of a negative test that is asked besides, by color; '' = none. */
  hours: Record<Color, number | ''>;
  validFrom: string;
  validTo: string;
}

/** Colors that an issued one may count as: itself or a darker one; any for a further one. */
export function countsAs({ issued, further }: ColorLine): readonly Color[] {
  const place = COLORS.findIndex((one) => one === issued);
  return further || place < 0 ? COLORS : COLORS.slice(place);
}

const DAY_MS = 86_400_000;

/** An instant as a field of date and time takes it, in Asia/Shanghai. */
export function localTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
}

function line(issued: string, color: Color | undefined, further: boolean): ColorLine {
  return { issued, color: color ?? '', further };
}

/** An empty form, or one that starts from a version; it begins after the lead, for half a year. */
export function startFrom(issuer: string, version: Agreement | null, now: Date): TermsForm {
  const from = new Date(now.getTime() + 3 * DAY_MS);
  const known = new Map(version?.colorMap.map(({ issued, color }) => [issued, color]));
  const further = [...known.keys()].filter((one) => !COLORS.some((ours) => ours === one));
  const hoursOf = (color: Color) =>
    version?.conditions.find(({ colors }) => colors.includes(color))?.hours ?? '';
  return {
    ...{ issuer, mode: version?.mode ?? 'DIRECT' },
    colors: [
      ...COLORS.map((issued) => line(issued, version ? known.get(issued) : issued, false)),
      ...further.map((issued) => line(issued, known.get(issued), true)),
    ],
    hours: { GREEN: hoursOf('GREEN'), YELLOW: hoursOf('YELLOW'), RED: hoursOf('RED') },
    ...{
      validFrom: localTime(from).replace(/T.*/, 'T00:00'),
      validTo: localTime(new Date(from.getTime() + 183 * DAY_MS)).replace(/T.*/, 'T00:00'),
    },
  };
}

/** Conditions of one number of hours stand together, named by it. */
function conditionsOf({ mode, hours, colors }: TermsForm): AgreementTermsInput['conditions'] {
  if (mode === 'CONVERT') return [];
  const isAccepted = (color: Color) =>
    mode !== 'DIRECT' || colors.some((one) => one.issued === color && one.color !== '');
  const asked = COLORS.filter((color) => hours[color] !== '' && isAccepted(color));
  const groups = Map.groupBy(asked, (color) => Number(hours[color]));
  return [...groups].map(([n, all]) => ({ id: `NEGATIVE-${n}H`, hours: n, colors: all }));
}

/** A form as the graph takes it; null while something has to be filled in. */
export function termsInput(receiver: string, form: TermsForm): AgreementTermsInput | null {
  const [validFrom, validTo] = [shanghaiInstant(form.validFrom), shanghaiInstant(form.validTo)];
  if (form.issuer === '' || validFrom === null || validTo === null) return null;
  const colorMap =
    form.mode === 'DIRECT'
      ? form.colors.flatMap(({ issued, color }) =>
          color === '' || issued === '' ? [] : [{ issued, color }],
        )
      : [];
  return {
    ...{ receiver, issuer: form.issuer, mode: form.mode, colorMap, validFrom, validTo },
    conditions: conditionsOf(form),
  };
}
