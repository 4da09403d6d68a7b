import { Command, Option } from 'commander';
import { openListHere, readList, type TrustRoots } from '../../subgraphs/codes/trust.ts';
import {
  acceptUpload,
  draftList,
  enrollRegion,
  initAuthority,
  signDraft,
  takeBack,
  type ShownList,
} from '../trust/authority.ts';
import { openAuthority, readNamed } from '../trust/authority-folder.ts';
import { placeOf } from '../trust/place.ts';
import { publishList } from '../trust/publish-list.ts';
import { changeLines, grouped, listLines } from '../trust/show-list.ts';
import { LIST_SENTENCES } from '../trust/sentences.ts';
import { wholeNumber } from '../number-argument.ts';
import { StartError } from '../start-error.ts';

interface InAuthority {
  readonly authority: string;
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

const count = wholeNumber(0, 999);

function authorityCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--authority <folder>', 'folder of the trust authority', '.');
}

function initCommand(): Command {
  return new Command('init')
    .description('Make a trust authority: its root keys, and trust-roots.json for all verifiers.')
    .argument('<folder>', 'new folder')
    .option('--roots <n>', 'how many root keys there are', count, 3)
    .option('--threshold <n>', 'how many of them must sign a list', count, 2)
    .addOption(
      new Option('--environment <name>', 'verifiers in production refuse lists of a demo')
        .choices(['production', 'demo'])
        .default('production'),
    )
    .action(
      (
        folder: string,
        options: {
          readonly roots: number;
          readonly threshold: number;
          readonly environment: TrustRoots['environment'];
        },
      ) => {
        const shares = initAuthority(folder, options);
        say(
          `Trust authority in ${folder}: ${options.threshold} of ${options.roots} roots sign.`,
          'Carry each of these away, to another person, and leave none here:',
          ...shares.map((file) => `  ${file}`),
        );
      },
    );
}

function enrollCommand(): Command {
  return authorityCommand('enroll', 'Enter a region with its upload key.')
    .argument('<file>', 'enrollment.json of the region')
    .option('--again', 'replace the upload key of a region that is enrolled', false)
    .action((file: string, { authority, again }: InAuthority & { readonly again: boolean }) => {
      const { region, names, fingerprint } = enrollRegion(authority, file, again, new Date());
      say(
        `${region} ${names.ZH_HANS} is enrolled. Fingerprint of its upload key: ${grouped(fingerprint)}`,
        'Compare it with what the region sees, by another way, before you accept an upload.',
      );
    });
}

function acceptCommand(): Command {
  return authorityCommand('accept', 'Accept an upload of a region for the next list.')
    .argument('<upload>', 'file of the region')
    .action(async (file: string, { authority }: InAuthority) => {
      const { region, serial, keys } = await acceptUpload(authority, file, new Date());
      say(`Upload ${serial} of ${region} is accepted: ${keys.length} keys.`);
    });
}

function sayChanges({ list, changes, digest, file }: ShownList, json: boolean): void {
  if (json) {
    const { version, environment, issuedAt, expiresAt } = list;
    say(
      JSON.stringify({ file, version, environment, issuedAt, expiresAt, digest, changes }, null, 2),
    );
  } else say(...changeLines(list, changes, digest));
}

function draftCommand(): Command {
  return authorityCommand('draft', 'Make the next list, unsigned, and show what it changes.')
    .option('--days <n>', 'how long it lives, 7 at most', count, 7)
    .option('--json', 'print JSON', false)
    .action(async (options: InAuthority & { readonly days: number; readonly json: boolean }) => {
      const draft = await draftList(options.authority, options.days, new Date());
      sayChanges(draft, options.json);
      if (!options.json) say(`Draft: ${draft.file}`);
    });
}

function signCommand(): Command {
  return authorityCommand('sign', 'Show what a draft changes; with --digest, sign it for one root.')
    .argument('<draft>', 'file of the draft')
    .requiredOption('--root <share>', 'sealed file of a root key')
    .option('--digest <hex>', 'first 16 digits or more of the SHA-256 that you were shown')
    .action(
      async (
        draft: string,
        options: InAuthority & { readonly root: string; readonly digest?: string },
      ) => {
        const { root, digest } = options;
        const signed = await signDraft(options.authority, { draft, root, digest }, new Date());
        if (!signed.signed) {
          sayChanges(signed, false);
          const words = signed.digest.slice(0, 16);
          say(`Nothing is signed yet. If that is right: the same with --digest ${words}`);
          return;
        }
        const { version } = signed.list;
        say(
          signed.published === null
            ? `List ${version} has ${signed.signatures} signatures; others must sign ${draft} too.`
            : `List ${version} is signed and stands in ${signed.published}.`,
        );
      },
    );
}

function publishCommand(): Command {
  return new Command('publish')
    .description('Publish a signed list where a Tongma reads it.')
    .argument('<list>', 'file of the list')
    .option('--data <folder>', 'data folder of that Tongma. Default: TONGMA_DATA')
    .addHelpText('after', '\nInto CODES_DATABASE_URL, or the database of the data folder.')
    .action(async (file: string, { data }: { readonly data?: string }) => {
      const place = placeOf(process.env, data);
      const { version, expiresAt, stored } = await publishList(
        process.env,
        place,
        file,
        new Date(),
      );
      const until = expiresAt.toISOString();
      say(`List ${version} is published${stored ? '' : ' already'}; it holds until ${until}.`);
    });
}

function takeBackCommands(): Command[] {
  const key = authorityCommand('withdraw-key', 'Withdraw a key of a region from the next list on.')
    .argument('<region>')
    .argument('<kid>', '16 hexadecimal digits')
    .requiredOption('--reason <text>', 'kept in the register')
    .action(
      async (region: string, kid: string, options: InAuthority & { readonly reason: string }) => {
        const { authority, reason } = options;
        await takeBack(authority, region, { kid, reason }, new Date());
        say(`Key ${kid} of ${region} is withdrawn in the next list: draft and sign it now.`);
      },
    );
  const region = authorityCommand('sunset', 'End a region from the next list on, for good.')
    .argument('<region>')
    .action(async (id: string, { authority }: InAuthority) => {
      await takeBack(authority, id, null, new Date());
      say(`${id} ends with the next list: its codes are answered with SUNSET.`);
    });
  return [key, region];
}

function showCommand(): Command {
  return authorityCommand('show', 'Show a list, and whether the roots have signed it.')
    .argument('[list]', 'file of a list. Default: the last one of the authority')
    .option('--json', 'print JSON', false)
    .action(
      async (given: string | undefined, options: InAuthority & { readonly json: boolean }) => {
        const folder = openAuthority(options.authority);
        const file = given ?? (await folder.last())?.file;
        if (file === undefined) throw new StartError('This authority has signed no list yet.');
        const bytes = readNamed(file);
        const shown = readList(bytes);
        if (!shown) throw new StartError(`${file}: ${LIST_SENTENCES.MALFORMED}`);
        const opened = await openListHere(bytes, folder.roots, { now: new Date() });
        const fault = 'fault' in opened ? opened.fault : null;
        const { digest, list, kids } = shown;
        if (options.json) {
          const hex = (_name: string, value: unknown) =>
            value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
          say(JSON.stringify({ file, digest, signedBy: kids, fault, list }, hex, 2));
        } else {
          say(...listLines(list, digest), `Signed by ${kids.join(', ') || 'nobody'}.`);
          say(fault === null ? 'It holds.' : `It does not hold: ${LIST_SENTENCES[fault]}`);
        }
        if (fault !== null) process.exitCode = 1;
      },
    );
}

/** `tongma trust`: the life of a trust list, offline but for `publish`. */
export function trustCommand(): Command {
  const trust = new Command('trust').description('Trust lists: who may sign codes.');
  const commands = [
    ...[initCommand(), enrollCommand(), acceptCommand(), draftCommand(), signCommand()],
    ...[publishCommand(), ...takeBackCommands(), showCommand()],
  ];
  for (const command of commands) trust.addCommand(command);
  return trust;
}
