import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import { shanghaiDay } from '../../kit/standards/shanghai-day.ts';
import { refuse } from './checks.ts';
import type { Vaccination } from './records.ts';
import type { RecordPorts } from './self-reports.ts';

/** Most doses of a series. Source: EU DCC, dn and sd. */
const DOSES_MOST = 9;
/** Most characters of a code or a name. */
const TEXT_MOST = 80;
/** First day on which anybody was vaccinated. */
const EARLIEST = '2020-06-01';

/** A vaccination as it is given to be recorded. */
export type NewVaccination = Omit<Vaccination, 'region' | 'id' | 'recordedBy' | 'recordedAt'>;

function text(field: string, given: string): string {
  const trimmed = given.trim();
  if (trimmed === '' || trimmed.length > TEXT_MOST) {
    refuse(field, `It has 1 to ${TEXT_MOST} characters.`);
  }
  return trimmed;
}

function checkDoses({ doseNumber, seriesDoses }: NewVaccination): void {
  if (!Number.isInteger(seriesDoses) || seriesDoses < 1 || seriesDoses > DOSES_MOST) {
    refuse('seriesDoses', `A series has 1 to ${DOSES_MOST} doses.`);
  }
  if (!Number.isInteger(doseNumber) || doseNumber < 1 || doseNumber > DOSES_MOST) {
    refuse('doseNumber', `A dose is number 1 to ${DOSES_MOST}.`);
  }
}

/** Use cases of vaccinations. No rule of a policy reads them. Source: RULES.md §8. */
export function vaccinationUseCases({ store, audit, now, newId }: RecordPorts) {
  return {
    /**
     * Records a vaccination. The same dose again is answered with what is kept.
     * @throws {DomainError} NOT_FOUND, BAD_USER_INPUT, CONFLICT
     */
    async record(input: NewVaccination, by: Identity): Promise<Vaccination> {
      const region = requireResident(by, input.residentId);
      checkDoses(input);
      if (input.vaccinatedOn < EARLIEST || input.vaccinatedOn > shanghaiDay(now())) {
        refuse('vaccinatedOn', `A vaccination is from ${EARLIEST} to today.`);
      }
      const given: Vaccination = {
        ...{ ...input, region, id: newId(region), recordedBy: by.subject },
        recordedAt: now(),
        vaccine: text('vaccine', input.vaccine),
        product: text('product', input.product),
        manufacturer: text('manufacturer', input.manufacturer),
        center: text('center', input.center),
      };
      const kept = await store.addVaccination(given);
      if (kept && kept.product !== given.product) {
        throw new DomainError('CONFLICT', 'This dose is recorded with another product.');
      }
      const { residentId } = given;
      audit.note({
        ...{ region, action: 'VACCINATION_RECORDED', residentId, objectId: (kept ?? given).id },
        detail: { repeated: kept !== null },
      });
      return kept ?? given;
    },
  };
}
