import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import vue from '@vitejs/plugin-vue';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import components from 'unplugin-vue-components/vite';
import { defineConfig } from 'vite';
import { graphiqlFonts } from './graphiql-fonts.ts';
import { offlinePages, SERVICE_WORKER } from './offline-pages.ts';
import { precompress } from './precompress.ts';
import { trustedDocuments } from './trusted-documents.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const page = (name: string) => `${here}${name}.html`;

/**
 * What every page of the console and of the residents needs before it shows anything: one file
 * compresses better than twenty small ones.
 */
const COMMON = new RegExp(
  [
    'node_modules/(@?vue|vue-router|vue-i18n|@vue|@intlify|@urql|@0no-co|wonka)/',
    'src/(graph|i18n|theme|viewer)\\.ts$',
    'src/components/(FailureNote|QueryPanel|UiIcon|UiNote|icons|CodeShape|CodeMark)\\b',
    'src/composables/(language|now|query-view|field-value)\\.ts$',
    'src/format/(code-look|error-key|instants)\\.ts$',
    'src/layout/(LanguageSwitch|SignInDoor|ThemeSwitch)\\b',
  ].join('|'),
);

export default defineConfig({
  root: here,
  plugins: [
    vue(),
    vueI18n({
      include: [`${here}src/locales/**`],
      runtimeOnly: true,
      compositionOnly: true,
      fullInstall: false,
      dropMessageCompiler: true,
      strictMessage: true,
    }),
    components({
      resolvers: [ElementPlusResolver({ importStyle: 'css' })],
      dts: `${here}src/components.d.ts`,
      dirs: [],
    }),
    graphiqlFonts(),
    trustedDocuments(),
    offlinePages(),
    precompress(),
  ],
  worker: { format: 'es' },
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    emptyOutDir: true,
    // The editor of GraphiQL is one library; what a route may weigh is measured by test/bench/console.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      // "use client" says something to servers that render, of which there is none.
      onLog(level, log, report) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
      input: [
        page('index'),
        page('my'),
        page('sign-in'),
        page('door'),
        page('graphiql'),
        SERVICE_WORKER,
      ],
      output: {
        codeSplitting: { groups: [{ name: 'common', test: COMMON }] },
        // Its address is what it is known by; every other name holds a hash.
        entryFileNames: ({ name }) =>
          name === 'offline-pages' ? '[name].js' : 'assets/[name]-[hash].js',
      },
    },
  },
  server: {
    // `npm run dev:console` beside a running Tongma: its doors want its own origin.
    proxy: Object.fromEntries(
      ['/console/graphql', '/sign-in', '/sign-out', '/oidc', '/health'].map((path) => [
        path,
        { target: 'http://127.0.0.1:4000', headers: { origin: 'http://127.0.0.1:4000' } },
      ]),
    ),
  },
});
