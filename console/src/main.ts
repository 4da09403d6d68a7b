import { provideClient } from '@urql/vue';
import { createApp, h } from 'vue';
import App from './App.vue';
import { WORDS } from './composables/language.ts';
import { wantStepUp } from './composables/step-up.ts';
import { createGraph } from './graph.ts';
import { createWords, preferredLanguage, wordsFrom, type Words } from './i18n.ts';
import { lastRights } from './last-rights.ts';
import { purposeFor } from './purpose.ts';
import { createConsoleRouter } from './router.ts';
import { preferredTheme, showTheme } from './theme.ts';
import { createViewer, VIEWER } from './viewer.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/element.css';

showTheme(preferredTheme());

const shared = import.meta.glob<{ default: Words }>('./locales/shared/*.json');
const access = import.meta.glob<{ default: Words }>('./locales/access/*.json');
const own = import.meta.glob<{ default: Words }>('./locales/console/*.json');
const words = createWords((language) =>
  Promise.all([
    wordsFrom(shared, `./locales/shared/${language}.json`),
    wordsFrom(access, `./locales/access/${language}.json`),
    wordsFrom(own, `./locales/console/${language}.json`),
  ]),
);
const viewer = createViewer(() => graph, lastRights());
const router = createConsoleRouter(viewer);
const graph = createGraph(
  () => {
    viewer.forget();
  },
  () => purposeFor(viewer, router.currentRoute.value),
  wantStepUp,
);

const app = createApp({
  setup() {
    provideClient(graph);
    return () => h(App);
  },
});
app.use(words.i18n);
app.provide(WORDS, words);
app.provide(VIEWER, viewer);
await Promise.all([words.show(preferredLanguage()), viewer.load()]);
// Where one lands depends on who has signed in: routing begins once that is known.
// With no network only one page is on this device; the door says so of all others.
if (viewer.state.value === 'failed') router.onError(() => undefined);
app.use(router);
app.mount('#app');
