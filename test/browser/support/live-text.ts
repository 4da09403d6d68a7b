import { stepAt } from '../../../subgraphs/codes/domain/token/presentation.ts';
import { aHolder } from '../../../subgraphs/codes/persistence/signing-fakes.ts';
import { ask } from '../../system/support/client.ts';

/** A dynamic code of a resident as its holder shows it now; the same text counts once. */
export async function liveText(region: string, residentId: string): Promise<string> {
  const holder = aHolder();
  const input = { residentId, holderKey: Buffer.from(holder.key).toString('base64url') };
  const query = 'mutation($input: IssueCodeInput!) { issueCode(input: $input) { text } }';
  const { text } = (await ask(`desk-${region}`, query, { input })).issueCode as { text: string };
  return holder.present(text, stepAt(new Date()));
}
