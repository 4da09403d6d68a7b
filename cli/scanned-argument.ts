import { text as readAll } from 'node:stream/consumers';

/**
 * The text of a code as it stands on the command line, or for `-` from standard input, where nobody
 * else on the machine sees it. Ends of lines do not count; spaces do: base 45 has them.
 */
export async function scannedArgument(argument: string): Promise<string> {
  if (argument !== '-') return argument;
  return (await readAll(process.stdin)).replace(/[\r\n]+$/, '');
}
