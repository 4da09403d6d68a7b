import { Command, Option } from 'commander';
import { openAgreeing } from '../agreement/act-in-codes.ts';
import { ACTS_IN, division } from '../agreement/arguments.ts';
import { placeOf } from '../trust/place.ts';

/** Roles that a new region needs before its own administrator adds the others in the console. */
const FIRST_ROLES = ['ADMINISTRATOR', 'AGREEMENT_OFFICER'] as const;

const AGENCY = 'mutation($input: AddAgencyInput!) { addAgency(input: $input) { id } }';

const ADD = 'mutation($input: AddAccountInput!) { addAccount(input: $input) { id } }';

interface Options {
  readonly region: string;
  readonly role: (typeof FIRST_ROLES)[number];
  readonly as: string;
  readonly agency: string;
  readonly agencyName?: string;
  readonly data?: string;
}

async function enter(
  id: string,
  { region, role, as, agency, agencyName, data }: Options,
): Promise<void> {
  const { askResidents, close } = await openAgreeing(process.env, placeOf(process.env, data));
  try {
    if (agencyName !== undefined) {
      await askResidents(as, AGENCY, { input: { id: agency, region, name: agencyName } });
    }
    await askResidents(as, ADD, { input: { id, region, role, agency, grants: [region] } });
  } finally {
    await close();
  }
  process.stdout.write(`${id} is ${role} of ${region}.\n`);
}

/** `tongma region official`: the first accounts of a region. */
export function officialCommand(): Command {
  return new Command('official')
    .description('Enter the first accounts of a region that has joined; the others: console.')
    .argument('<user>', 'account at the sign-in provider')
    .requiredOption('--region <code>', 'GB/T 2260 division', division)
    .addOption(new Option('--role <role>').choices(FIRST_ROLES).makeOptionMandatory())
    .requiredOption('--as <user>', 'account of an administrator, who enters it')
    .requiredOption('--agency <id>', 'agency that it belongs to')
    .option('--agency-name <text>', 'adds the agency before, under this name')
    .option('--data <folder>', 'data folder. Default: TONGMA_DATA')
    .addHelpText('after', ACTS_IN)
    .action(enter);
}
