import { Command, Option } from 'commander';
import { KEY_USES, type KeyUse } from '../../subgraphs/codes/publish.ts';
import { COLORS, specimenBy, specimenSigner, type Color } from '../../subgraphs/codes/specimens.ts';
import { publishedReader } from '../../subgraphs/codes/published.ts';
import type { Step } from '../../subgraphs/codes/rehearsal/steps.ts';
import { checkRegion } from '../region/check-region.ts';
import { ACTS_IN, days, division, divisions, minutes, modeOption } from '../agreement/arguments.ts';
import type { OfferedMode } from '../agreement/agree.ts';
import { joinRegion, type JoinOffers } from '../region/join-region.ts';
import {
  initRegion,
  leaveRegion,
  rotateKeys,
  withdrawOwnKey,
  type RegionOptions,
  type UploadedRegion,
} from '../region/own-region.ts';
import { gatewayPeer } from '../region/peer.ts';
import { BEGINS_IN_DAYS } from '../region/region-keys.ts';
import { rehearseRegion } from '../region/rehearse-region.ts';
import { officialCommand } from '../region/official.ts';
import { tableOf } from '../region/table.ts';
import { StartError } from '../start-error.ts';
import { placeOf, readRoots, withDatabases } from '../trust/place.ts';
import { grouped } from '../trust/show-list.ts';

interface InRegion {
  readonly region: string;
  readonly data?: string;
  readonly json: boolean;
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function regionSub(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .requiredOption('--region <code>', 'GB/T 2260 division', division)
    .option('--data <folder>', 'data folder. Default: TONGMA_DATA');
}

function sayUpload({ own, paths, keys, fingerprint, isNew, made }: UploadedRegion): void {
  const { region, names, serial } = own;
  say(
    `${region} ${names.ZH_HANS}: ${keys.length} keys${made.length > 0 ? `, new for ${made.join(', ')}` : ''}.`,
    isNew
      ? `Give the trust authority upload ${serial}: ${paths.uploadFile}`
      : `The authority has been given all of it: upload ${serial}, ${paths.uploadFile}`,
    `Before the first one also ${paths.enrollmentFile}; fingerprint: ${grouped(fingerprint)}`,
  );
}

function saySteps(steps: readonly Step[]): void {
  const rows = steps.map(({ step, state, took, note }) => [state, step, `${took} ms`, note]);
  say(...tableOf(rows));
}

function initCommand(): Command {
  return regionSub('init', 'Make the keys of a region and its upload for the trust authority.')
    .option('--name <text>', 'name, simplified Chinese. Default: that of GB/T 2260')
    .option('--name-hant <text>', 'name, traditional Chinese')
    .option('--name-en <text>', 'name, English')
    .option('--endpoint <origin>', 'where other stacks reach this one: https://…')
    .addHelpText('after', '\nRun again it makes what is missing, and nothing else.')
    .action(async (options: InRegion & RegionOptions) => {
      const place = placeOf(process.env, options.data);
      sayUpload(await initRegion(place, options.region, options, new Date()));
    });
}

function checkCommand(): Command {
  return regionSub(
    'check',
    'Look at everything that would go wrong later; exit code 1 = something is.',
  )
    .option('--json', 'print JSON', false)
    .action(async ({ region, data, json }: InRegion) => {
      const checks = await checkRegion(process.env, placeOf(process.env, data), region, new Date());
      if (json) say(JSON.stringify(checks, null, 2));
      else say(...tableOf(checks.map(({ state, check, note }) => [state, check, note])));
      if (checks.some(({ state }) => state === 'WRONG')) process.exitCode = 1;
    });
}

function rotateCommand(): Command {
  return regionSub('rotate-keys', 'Make new keys beside the old ones, which go on verifying.')
    .addOption(new Option('--use <use...>', 'only these').choices(KEY_USES))
    .option(
      '--begins <days>',
      'days until they begin; 0 = as soon as the trust list carries them',
      days,
      BEGINS_IN_DAYS,
    )
    .option('--withdraw <kid>', 'instead: withdraw this key and delete its private part')
    .addHelpText(
      'after',
      '\nA new key signs once the trust list carries it and it has begun. Eight days are longer than' +
        '\nany list lives: by then offline verifiers know it too.',
    )
    .action(
      async (
        options: InRegion & {
          readonly use?: readonly KeyUse[];
          readonly begins: number;
          readonly withdraw?: string;
        },
      ) => {
        const { region, data, use = KEY_USES, begins: beginsIn, withdraw } = options;
        const place = placeOf(process.env, data);
        const now = new Date();
        sayUpload(
          withdraw === undefined
            ? await rotateKeys(place, region, { uses: use, beginsIn }, now)
            : await withdrawOwnKey(place, region, withdraw, now),
        );
      },
    );
}

interface JoinArguments extends InRegion {
  readonly policy: string;
  readonly wait: number;
  readonly agreeWith?: readonly string[];
  readonly mode: OfferedMode;
  readonly as?: string;
  readonly approveAs?: string;
}

function offersOf({ agreeWith, mode, as, approveAs }: JoinArguments): JoinOffers | null {
  if (agreeWith === undefined) return null;
  if (as === undefined || approveAs === undefined) {
    throw new StartError('--agree-with needs two people: --as and --approve-as.');
  }
  return { issuers: agreeWith, mode, officials: { as, approveAs } };
}

function joinCommand(): Command {
  return regionSub('join', 'Publish the region here once the trust list carries it.')
    .option('--policy <edition>', 'national edition it begins with', 'NEW-TEN-MEASURES')
    .option('--wait <minutes>', 'how long the list is waited for', minutes, 0)
    .option(
      '--agree-with <codes>',
      'regions that are offered that their codes are taken',
      divisions,
    )
    .addOption(modeOption())
    .option('--as <user>', 'account that proposes the offers')
    .option('--approve-as <user>', 'account that approves them: another person')
    .option('--json', 'print JSON', false)
    .addHelpText(
      'after',
      '\nExit code 1 = the list does not carry it yet, or a step failed.' + ACTS_IN,
    )
    .action(async (options: JoinArguments) => {
      const { region, data, json, policy, wait } = options;
      const place = placeOf(process.env, data);
      const joining = { policy, wait: wait * 60_000, agree: offersOf(options) };
      const steps = await joinRegion(process.env, place, region, joining);
      if (json) say(JSON.stringify(steps, null, 2));
      else saySteps(steps);
      const [inList] = steps;
      const failed = steps.some(({ state }) => state === 'FAILED');
      if (failed || inList?.state !== 'PASSED') process.exitCode = 1;
    });
}

function rehearseCommand(): Command {
  return regionSub('rehearse', 'Rehearse recognition; nothing of it stays.')
    .option('--peer-data <folder>', 'another stack: folder with its demo.json')
    .option('--peer-region <code>', 'a region there', division)
    .option('--peer-specimen <text>', 'a specimen that was issued there')
    .option('--json', 'print JSON', false)
    .action(
      async (
        options: InRegion & {
          readonly peerData?: string;
          readonly peerRegion?: string;
          readonly peerSpecimen?: string;
        },
      ) => {
        const { region, data, json, peerData, peerRegion, peerSpecimen = null } = options;
        if ((peerData === undefined) !== (peerRegion === undefined)) {
          throw new StartError('--peer-data and --peer-region go together.');
        }
        const peer =
          peerData !== undefined && peerRegion !== undefined
            ? await gatewayPeer(process.env, peerData, peerRegion)
            : null;
        const place = placeOf(process.env, data);
        const report = await rehearseRegion(process.env, place, region, { peer, peerSpecimen });
        if (json) say(JSON.stringify(report, null, 2));
        else saySteps(report.steps);
        const failed = report.steps.some(({ state }) => state === 'FAILED');
        if (failed) process.exitCode = 1;
        if (!json && report.joinedAfter !== null) {
          const seconds = Math.round(report.joinedAfter / 1_000);
          say(`From \`region init\` to the first code known elsewhere: ${seconds} s.`);
        }
      },
    );
}

function specimenCommand(): Command {
  return regionSub('specimen', 'Print a specimen: a code for training, which stands for nobody.')
    .addOption(new Option('--color <color>').choices(COLORS).default('GREEN'))
    .action(async ({ region, data, color }: InRegion & { readonly color: Color }) => {
      const place = placeOf(process.env, data);
      const roots = await readRoots(place.rootsFile);
      const now = new Date();
      const trust = await withDatabases(process.env, place.root, async ({ codes }) => {
        const reader = await publishedReader(codes, roots);
        try {
          return (await reader.read()).trust;
        } finally {
          await reader.close();
        }
      });
      const signer = specimenSigner(region, place.keysFile, trust, now);
      if (!signer) throw new StartError(`The trust list has no specimen key of ${region} here.`);
      say((await specimenBy(signer, region, color, now)).text);
    });
}

function leaveCommand(): Command {
  return regionSub('leave', 'Make the upload that ends the region. Nothing is destroyed here.')
    .requiredOption('--confirm <code>', 'the region once more: an end is not taken back')
    .action(async ({ region, data, confirm }: InRegion & { readonly confirm: string }) => {
      if (confirm !== region) throw new StartError('--confirm names another region.');
      const place = placeOf(process.env, data);
      const { paths, own } = await leaveRegion(place, region, new Date());
      say(
        `Give the trust authority upload ${own.serial}: ${paths.uploadFile}`,
        'Once its next list is published, codes of this region are answered with SUNSET.',
      );
    });
}

/** `tongma region`: a region of one's own. */
export function regionCommand(): Command {
  const region = new Command('region').description('A region of your own: keys, joining, leaving.');
  const commands = [
    ...[initCommand(), checkCommand(), rotateCommand(), joinCommand(), rehearseCommand()],
    ...[specimenCommand(), leaveCommand(), officialCommand()],
  ];
  for (const command of commands) region.addCommand(command);
  return region;
}
