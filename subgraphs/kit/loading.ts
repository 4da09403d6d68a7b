const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

function end(): void {
  process.exit(0);
}

/**
 * Has SIGTERM and SIGINT end this process in order from here on, while what it runs is loaded and
 * nothing is open yet: that takes seconds, in which the first process of a container would not even
 * be ended by them. Until {@link loaded}.
 */
export function loading(): void {
  for (const signal of SIGNALS) process.on(signal, end);
}

/**
 * From here on whoever opens something ends the process in order. It listens to signals before it
 * calls this: one that came meanwhile is told to whoever listens when the event loop turns again.
 */
export function loaded(): void {
  for (const signal of SIGNALS) process.removeListener(signal, end);
}
