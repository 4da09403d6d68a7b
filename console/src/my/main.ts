import { provideClient } from '@urql/vue';
import { createApp, h } from 'vue';
import { WORDS } from '../composables/language.ts';
import { createGraph } from '../graph.ts';
import { createWords, preferredLanguage, wordsFrom, type Words } from '../i18n.ts';
import { preferredTheme, showTheme } from '../theme.ts';
import { createViewer, VIEWER } from '../viewer.ts';
import MyApp from './MyApp.vue';
import { createMyRouter } from './router.ts';
import { preferredTypeSize, showTypeSize } from './state/type-size.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import './my.css';

showTheme(preferredTheme());
showTypeSize(preferredTypeSize());

const shared = import.meta.glob<{ default: Words }>('../locales/shared/*.json');
const own = import.meta.glob<{ default: Words }>('../locales/my/*.json');
const words = createWords((language) =>
  Promise.all([
    wordsFrom(shared, `../locales/shared/${language}.json`),
    wordsFrom(own, `../locales/my/${language}.json`),
  ]),
);
// Words of forms are long: they come with the first page that has one.
const forms = import.meta.glob<{ default: Words }>('../locales/my-forms/*.json');
let added: Promise<void> | undefined;
const formWords = () =>
  (added ??= words.add(async (language) => [
    await wordsFrom(forms, `../locales/my-forms/${language}.json`),
  ]));
const viewer = createViewer(() => graph);
const graph = createGraph(() => {
  viewer.forget();
});

const app = createApp({
  setup() {
    provideClient(graph);
    return () => h(MyApp);
  },
});
app.use(words.i18n);
app.provide(WORDS, words);
app.provide(VIEWER, viewer);
app.use(createMyRouter(formWords));
await Promise.all([words.show(preferredLanguage()), viewer.load()]);
app.mount('#app');
