import { provideClient } from '@urql/vue';
import { createApp, h } from 'vue';
import App from './App.vue';
import { WORDS } from './composables/language.ts';
import { createGraph } from './graph.ts';
import { createWords, preferredLanguage, type PageLanguage, type Words } from './i18n.ts';
import { createConsoleRouter } from './router.ts';
import { preferredTheme, showTheme } from './theme.ts';
import { createViewer, VIEWER } from './viewer.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/element.css';

showTheme(preferredTheme());

const files = import.meta.glob<{ default: Words }>('./locales/*.json');
const words = createWords(async (language: PageLanguage) => {
  const load = files[`./locales/${language}.json`];
  if (!load) throw new Error(`There are no words in ${language}.`);
  return (await load()).default;
});
const viewer = createViewer(() => graph);
const graph = createGraph(() => {
  viewer.forget();
});

const app = createApp({
  setup() {
    provideClient(graph);
    return () => h(App);
  },
});
app.use(words.i18n);
app.provide(WORDS, words);
app.provide(VIEWER, viewer);
app.use(createConsoleRouter(viewer));
await Promise.all([words.show(preferredLanguage()), viewer.load()]);
app.mount('#app');
