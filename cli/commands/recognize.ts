import { Command, Option } from 'commander';
import { recognizeOffline, type OfflineQuestion } from '../lists/recognize-offline.ts';
import { askGateway, partnerAccess } from '../partner-client.ts';
import { scannedArgument } from '../scanned-argument.ts';
import { StartError } from '../start-error.ts';
import { dataOption, SIGNS_IN } from './sign-in-options.ts';

const QUERY = `query Recognize($input: RecognizeCodeInput!, $language: Language!) {
  recognizeCode(input: $input) {
    pass outcome tokenStatus issuedColor color validUntil paper specimen receipt
    issuer { id name(language: $language) } presentedIn { id name(language: $language) }
    holder { maskedName birthMonthDay }
    reasons { ruleId version outcome text(language: $language) }
    basis { mode trustListVersion policyVersion agreementVersion statusAsOf }
  }
}`;

interface Options {
  readonly region: string;
  readonly purpose: string;
  readonly language: OfflineQuestion['language'];
  readonly data: string;
  readonly offline?: true;
  readonly lists?: string;
}

async function verdictOf(text: string, options: Options): Promise<unknown> {
  const { region, purpose, language, data, offline, lists } = options;
  if (offline) {
    if (lists === undefined) throw new StartError('--offline needs --lists.');
    return recognizeOffline(lists, { text, region, language }, (sentence) => {
      process.stderr.write(`tongma: ${sentence}\n`);
    });
  }
  const access = await partnerAccess(process.env, data);
  const answer = await askGateway(access, QUERY, { input: { text, region, purpose }, language });
  return answer['recognizeCode'];
}

async function recognize(argument: string, options: Options): Promise<void> {
  const verdict = await verdictOf(await scannedArgument(argument), options);
  process.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`);
  const recognized =
    typeof verdict === 'object' &&
    verdict !== null &&
    'outcome' in verdict &&
    verdict.outcome === 'RECOGNIZED';
  if (!recognized) process.exitCode = 3;
}

/** `tongma recognize`: the verdict on one code, from a running gateway or from lists alone. */
export function recognizeCommand(): Command {
  return new Command('recognize')
    .description(
      'Give the verdict on a code, of a gateway or from lists. Prints JSON; exit code 3 = not recognized.',
    )
    .argument('<text>', 'text of the code as scanned, or - to read it from standard input')
    .requiredOption('--region <code>', 'where it is presented: GB/T 2260 division')
    .addOption(
      new Option('--purpose <purpose>', 'what it is looked at for')
        .choices(['ENTRY', 'TRANSPORT', 'CARE', 'WORK'])
        .default('ENTRY'),
    )
    .addOption(
      new Option('--language <language>', 'language of the reasons')
        .choices(['ZH_HANS', 'ZH_HANT', 'EN'])
        .default('EN'),
    )
    .option('--offline', 'with no network, from the lists of --lists')
    .option('--lists <folder>', 'lists that `tongma lists` fetched')
    .addOption(dataOption())
    .addHelpText('after', SIGNS_IN)
    .action(recognize);
}
