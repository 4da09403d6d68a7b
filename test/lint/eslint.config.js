import { fileURLToPath } from 'node:url';
import vue from 'eslint-plugin-vue';
import accessibility from 'eslint-plugin-vuejs-accessibility';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));

const UNSCOPED = 'Unscoped SQL: work through the transaction of kit/scope.';
const connection = [
  { selector: 'MemberExpression[property.name="getConnection"]', message: UNSCOPED },
  { selector: 'MemberExpression[property.value="getConnection"]', message: UNSCOPED },
  {
    selector: 'ObjectPattern > Property[key.name="getConnection"]',
    message: UNSCOPED,
  },
  {
    selector: 'CallExpression[callee.property.name="execute"][callee.object.name=/connection$/i]',
    message: UNSCOPED,
  },
];
const unscopedSql = [
  ...connection,
  // The entity manager of nobody: a request has its own, with its scope set.
  { selector: 'MemberExpression[object.name="orm"][property.name="em"]', message: UNSCOPED },
  {
    selector: 'MemberExpression[object.property.name="orm"][property.name="em"]',
    message: UNSCOPED,
  },
  {
    selector: 'VariableDeclarator[init.name="orm"] > ObjectPattern > Property[key.name="em"]',
    message: UNSCOPED,
  },
  // A scope that is set by hand is a second place that sets it.
  { selector: 'Literal[value=/set_config|\\bset (local |session )?app\\./i]', message: UNSCOPED },
  {
    selector: 'TemplateElement[value.raw=/set_config|\\bset (local |session )?app\\./i]',
    message: UNSCOPED,
  },
];
const DRIVER = 'No driver of the database here: see the list in test/lint/eslint.config.js.';
const driver = ['pg', 'pg-pool', 'pg-boss', 'postgres'].flatMap((name) => [
  {
    selector: `ImportDeclaration[source.value="${name}"][importKind!="type"] > :matches(ImportSpecifier[importKind!="type"], ImportDefaultSpecifier, ImportNamespaceSpecifier)`,
    message: DRIVER,
  },
  { selector: `ImportExpression[source.value="${name}"]`, message: DRIVER },
  { selector: `ExportNamedDeclaration[source.value="${name}"]`, message: DRIVER },
  { selector: `ExportAllDeclaration[source.value="${name}"]`, message: DRIVER },
]);
/** Files that open a connection of their own, each for what no request does. */
const DRIVER_FILES = [
  'cli/all-in-one/reach-database.ts',
  'cli/backup/*.ts',
  'cli/embedded/{database,postmaster,test-kit}.ts',
  'subgraphs/kit/database-role.ts',
  'subgraphs/kit/events/queue.ts',
  'subgraphs/kit/audit/persistence/{checkpoint.store,open-reader}.ts',
  'subgraphs/codes/persistence/status.source.ts',
  'subgraphs/residents/persistence/rotation/session.ts',
];
const defaultExport = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Named exports only.' },
];
const NO_CLOCK = 'No clock in rules: the instant is an argument.';
const clock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: NO_CLOCK },
  { selector: 'CallExpression[callee.name="Date"]', message: NO_CLOCK },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: NO_CLOCK },
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'console/dist/**', 'console/src/gql/**', '**/*.d.ts'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: root,
        extraFileExtensions: ['.vue'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // A resolver returns a domain object where a type-graphql class is declared.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Only numbers: what is left out here would be allowed by default.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        {
          allowNumber: true,
          allowAny: false,
          allowBoolean: false,
          allowNever: false,
          allowNullish: false,
          allowRegExp: false,
        },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Marked as deprecated so that it stands out; it is for a provider on loopback only.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
      // Our objects are closures without `this`; domain objects are spread on purpose, names by
      // code point.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // `as const` is no assertion and stays allowed.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-restricted-syntax': ['error', ...unscopedSql, ...driver, ...defaultExport],
      'no-console': 'error',
    },
  },
  {
    // A later `no-restricted-syntax` replaces an earlier one: each block says all that it bans.
    files: ['subgraphs/kit/scope/**', '**/migrations/**'],
    rules: { 'no-restricted-syntax': ['error', ...driver, ...defaultExport] },
  },
  {
    files: DRIVER_FILES,
    rules: { 'no-restricted-syntax': ['error', ...unscopedSql, ...defaultExport] },
  },
  {
    // It reads whole chains for a command, and tests look from below: each sets its own scope.
    files: [
      'subgraphs/kit/audit/persistence/open-reader.ts',
      ...['**/*.test.ts', '**/*-fakes.ts', 'test/**'],
    ],
    rules: { 'no-restricted-syntax': ['error', ...connection, ...defaultExport] },
  },
  {
    files: ['**/domain/**'],
    rules: {
      'no-restricted-syntax': ['error', ...unscopedSql, ...driver, ...defaultExport, ...clock],
      'no-restricted-globals': ['error', 'process', 'performance'],
    },
  },
  {
    // These tools read a default export.
    files: ['test/vitest.config.ts', 'test/lint/eslint.config.js', 'console/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...connection] },
  },
  {
    files: ['cli/**', 'test/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['subgraphs/kit/**'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*-fakes.ts', 'test/**'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-globals': 'off',
      // Fakes behind a port.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // Matchers such as expect.any() are typed `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // Prettier decides how a template is laid out.
      ...{ 'vue/html-self-closing': 'off', 'vue/max-attributes-per-line': 'off' },
      ...{ 'vue/singleline-html-element-content-newline': 'off', 'vue/html-indent': 'off' },
      ...{
        'vue/html-closing-bracket-newline': 'off',
        'vue/multiline-html-element-content-newline': 'off',
      },
      // Defaults of destructured props are read by the compiler.
      '@typescript-eslint/no-useless-default-assignment': 'off',
      // A prop that may be left out has its default, undefined, by its type.
      'vue/require-default-prop': 'off',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      // Fields stand inside their labels.
      'vuejs-accessibility/form-control-has-label': 'off',
    },
  },
  {
    // Answers of the graph: a story says what it expects of them.
    files: ['test/system/**', 'test/invariants/**', 'test/browser/**'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    // Not part of the TypeScript project.
    files: ['**/*.js', 'console/*.ts'],
    ...tseslint.configs.disableTypeChecked,
  },
);
