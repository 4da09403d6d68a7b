interface Frame {
  readonly functionName: string;
  readonly url: string;
}

/** What `node --cpu-prof` writes, as far as it is read here. */
export interface CpuProfile {
  /** Monotonic clock, microseconds. */
  readonly startTime: number;
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: Frame;
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds between samples. */
  readonly timeDeltas: readonly number[];
}

/** Microseconds by name. */
type Times = Map<string, number>;

/** A package or a file of ours; null for what Node and the engine do themselves. */
function codeOf({ url }: Frame): string | null {
  const packaged = url.split('/node_modules/').at(-1);
  if (url.includes('/node_modules/') && packaged !== undefined) {
    const [scope = '', name = ''] = packaged.split('/');
    return scope.startsWith('@') ? `${scope}/${name}` : scope;
  }
  return url.includes('/dist/') ? (url.split('/dist/').at(-1) ?? null) : null;
}

/** Who does it, or has it done: work inside Node counts for the code that called Node. */
function callers(nodes: CpuProfile['nodes']): (id: number) => string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])));
  return (id) => {
    let at: number | undefined = id;
    let outermost = '(program)';
    while (at !== undefined) {
      const frame = byId.get(at)?.callFrame;
      const code = frame && codeOf(frame);
      if (code) return code;
      if (frame && frame.functionName !== '(root)') outermost = frame.url || frame.functionName;
      at = parents.get(at);
    }
    return outermost;
  };
}

/** Self times of a window of the profile, by caller and by function; idle time is left out. */
export function selfTimes(
  { startTime, nodes, samples, timeDeltas }: CpuProfile,
  [from, to]: readonly [number, number],
): { readonly places: Times; readonly functions: Times } {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const callerOf = callers(nodes);
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
    const caller = callerOf(id);
    add(places, caller, passed);
    const name = frame.functionName || '(anonymous)';
    add(functions, name === caller ? name : `${name}, ${caller}`, passed);
  });
  return { places, functions };
}
