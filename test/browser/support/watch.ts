import type { BrowserContext, ConsoleMessage, Request } from 'playwright-core';

/** Begins what a page reports of itself; see {@link watch}. */
const VIOLATION = 'Content policy violated:';

/**
 * What Chromium says of preloads when it is slow: that a service worker took the page over meanwhile,
 * or that seconds passed before they were used. Nothing is wrong with the page.
 */
const SLOW = [
  /preload for .* cross-world service worker resource mismatch/,
  /was preloaded using link preload but not used within a few seconds/,
];

/** What a browser saw go wrong, in words. */
export interface Watch {
  /** Everything so far that no `allowed` pattern matches. */
  readonly findings: () => readonly string[];
  /** A fault that belongs to the story, such as a refusal that is asked for. */
  readonly allow: (pattern: RegExp) => void;
  /** @throws {Error} with the list, when there is one */
  readonly expectClean: () => void;
}

function isOwn(request: Request, origin: string): boolean {
  const { protocol, origin: target } = new URL(request.url());
  return target === origin || ['data:', 'blob:', 'about:'].includes(protocol);
}

function saidBy(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  return `console ${message.type()}: ${message.text()}${url ? ` (${url}:${lineNumber})` : ''}`;
}

/**
 * Watches all pages and workers of a context: console errors and warnings, faults of scripts,
 * requests to another origin, failed requests, HTTP 5xx, violations of the content policy.
 */
export async function watch(context: BrowserContext, origin: string): Promise<Watch> {
  const found: string[] = [];
  const allowed: RegExp[] = [...SLOW];
  const findings = () => found.filter((line) => !allowed.some((pattern) => pattern.test(line)));

  await context.addInitScript((prefix) => {
    window.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`${prefix} ${effectiveDirective} ${blockedURI}`);
    });
  }, VIOLATION);
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) found.push(saidBy(message));
  });
  context.on('weberror', (fault) => found.push(`fault of a script: ${String(fault.error())}`));
  context.on('request', (request) => {
    if (!isOwn(request, origin)) found.push(`request to another origin: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason';
    // A page that is left, or a question that is no longer asked.
    if (reason === 'net::ERR_ABORTED') return;
    found.push(`failed request: ${request.method()} ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 500) found.push(`HTTP ${response.status()}: ${response.url()}`);
  });

  return {
    findings,
    allow: (pattern) => allowed.push(pattern),
    expectClean() {
      const list = findings();
      if (list.length > 0) throw new Error(`The browser found:\n  ${list.join('\n  ')}`);
    },
  };
}
