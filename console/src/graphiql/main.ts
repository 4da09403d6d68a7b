import '../styles/tokens.css';
import './page.css';
import { preferredTheme, showTheme } from '../theme.ts';
import { adoptStyles } from './adopted-styles.ts';
import { placeByScript } from './inline-styles.ts';
import { tokenBySecret, tokenPath } from './token.ts';

showTheme(preferredTheme());
adoptStyles();
placeByScript();

/** @throws {Error} when the page is not the one it was written for */
function found<T extends Element>(selector: string, kind: new () => T): T {
  const element = document.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${selector}.`);
}

const standing = found('#standing', HTMLElement);
const bySecret = found('#by-secret', HTMLFormElement);
const byToken = found('#by-token', HTMLFormElement);

function valueOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value.trim() : '';
}

// The editor is large: it comes while the form is filled in, after the styles are seen to.
const editor = import('./editor.ts').then(({ editorIn }) =>
  editorIn(found('#graphiql', HTMLElement)),
);

async function show(token: string, who: string): Promise<void> {
  const start = await editor;
  standing.textContent = `Asking as ${who}.`;
  start(token);
}

byToken.addEventListener('submit', (event) => {
  event.preventDefault();
  void show(valueOf(byToken, 'token'), 'the owner of the token');
});

void tokenPath().then((path) => {
  if (path === null) return;
  bySecret.hidden = false;
  bySecret.addEventListener('submit', (event) => {
    event.preventDefault();
    const client = valueOf(bySecret, 'client');
    void tokenBySecret(path, client, valueOf(bySecret, 'secret')).then((token) => {
      if (token === null) standing.textContent = 'The sign-in provider refused this client.';
      else void show(token, client);
    });
  });
});
