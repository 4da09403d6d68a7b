/** What `node --cpu-prof` writes, as far as it is read here. */
export interface CpuProfile {
  /** Monotonic clock, microseconds. */
  readonly startTime: number;
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  /** Microseconds between samples. */
  readonly timeDeltas: readonly number[];
}

/** Microseconds by name. */
type Times = Map<string, number>;

/** A package, a file of ours, a module of Node's, or what the engine does itself. */
function placeOf({ functionName, url }: CpuProfile['nodes'][number]['callFrame']): string {
  const packaged = url.split('/node_modules/').at(-1);
  if (url.includes('/node_modules/') && packaged !== undefined) {
    const [scope = '', name = ''] = packaged.split('/');
    return scope.startsWith('@') ? `${scope}/${name}` : scope;
  }
  const own = url.split('/dist/').at(-1);
  if (url.includes('/dist/') && own !== undefined) return own;
  if (url.startsWith('node:')) return url.replace('node:internal/', 'node:').split('/')[0] ?? url;
  return functionName.startsWith('(') ? functionName : 'native code';
}

/** Self times of a window of the profile, by place and by function; idle time is left out. */
export function selfTimes(
  { startTime, nodes, samples, timeDeltas }: CpuProfile,
  [from, to]: readonly [number, number],
): { readonly places: Times; readonly functions: Times } {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const places: Times = new Map();
  const functions: Times = new Map();
  const add = (times: Times, name: string, time: number) => {
    times.set(name, (times.get(name) ?? 0) + time);
  };
  let at = startTime;
  samples.forEach((id, index) => {
    const passed = timeDeltas[index] ?? 0;
    at += passed;
    const frame = frames.get(id);
    if (!frame || at < from || at > to || frame.functionName === '(idle)') return;
    const place = placeOf(frame);
    add(places, place, passed);
    add(functions, `${frame.functionName || '(anonymous)'} (${place})`, passed);
  });
  return { places, functions };
}
