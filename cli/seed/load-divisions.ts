import { residentsPublisher } from '../../subgraphs/residents/publish.ts';
import type { DatabaseUrls } from '../embedded/database.ts';

/** Loads the code book, which every Tongma needs. */
export async function loadDivisions(urls: Pick<DatabaseUrls, 'tongma_residents'>): Promise<void> {
  const publisher = await residentsPublisher(urls.tongma_residents);
  try {
    await publisher.divisions();
  } finally {
    await publisher.close();
  }
}
