import { DomainError } from '../subgraphs/kit/domain-error.ts';
import { residentsPublisher } from '../subgraphs/residents/publish.ts';
import { StartError } from './start-error.ts';

/**
 * Enters the first administrator of the country in the database of residents.
 * @returns false when that account is it already
 * @throws {StartError}
 */
export async function enterAdministrator(
  databaseUrl: string,
  subject: string,
  name: string | null,
): Promise<boolean> {
  const publisher = await residentsPublisher(databaseUrl);
  try {
    return await publisher.administrator(subject, name);
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    const more =
      cause.code === 'AUDIT_UNAVAILABLE' ? ' Does the process of the checkpoints run?' : '';
    throw new StartError(`${cause.message}${more}`, { cause });
  } finally {
    await publisher.close();
  }
}
