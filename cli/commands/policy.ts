import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { lintPolicyDocument } from '../../subgraphs/codes/policy-file.ts';

/**
 * Says of each file what is wrong with the policy in it, a line a fault; whether all are right.
 * A file that cannot be read is a fault of its own: the others are still looked at.
 */
export async function lintFiles(
  files: readonly string[],
  now: Date,
  say: (line: string) => void,
): Promise<boolean> {
  let right = true;
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => null);
    const faults =
      text === null
        ? [{ path: '', message: 'This file cannot be read.' }]
        : lintPolicyDocument(text, now);
    for (const { path, message } of faults) {
      say(`${file}: ${path === '' ? '' : `${path}: `}${message}`);
    }
    if (faults.length === 0) say(`${file}: right`);
    else right = false;
  }
  return right;
}

function lintCommand(): Command {
  return new Command('lint')
    .description('Look for faults in policies; exit code 1 = there is one, each with its place.')
    .argument('<file...>', 'policies as `proposePolicy` takes them, JSON')
    .addHelpText(
      'after',
      "\nNeeds no database and no network. What only the region's versions tell, a time without" +
        '\nany or a rule changed under the same version, is seen when the policy is proposed.',
    )
    .action(async (files: readonly string[]) => {
      const say = (line: string) => process.stdout.write(`${line}\n`);
      if (!(await lintFiles(files, new Date(), say))) process.exitCode = 1;
    });
}

/** `tongma policy`: the rules of a region. */
export function policyCommand(): Command {
  return new Command('policy').description('Rules of a region.').addCommand(lintCommand());
}
