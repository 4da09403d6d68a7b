import { fileURLToPath } from 'node:url';
import vue from 'eslint-plugin-vue';
import accessibility from 'eslint-plugin-vuejs-accessibility';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));

const UNSCOPED = 'Unscoped SQL: work through the transaction of kit/scope.';
const unscopedSql = [
  { selector: 'MemberExpression[property.name="getConnection"]', message: UNSCOPED },
  { selector: 'MemberExpression[property.value="getConnection"]', message: UNSCOPED },
  { selector: 'ObjectPattern > Property[key.name="getConnection"]', message: UNSCOPED },
  {
    selector: 'CallExpression[callee.property.name="execute"][callee.object.name=/connection$/i]',
    message: UNSCOPED,
  },
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
      'no-restricted-syntax': ['error', ...unscopedSql, ...defaultExport],
      'no-console': 'error',
    },
  },
  {
    // A later `no-restricted-syntax` replaces an earlier one: each block says all that it bans.
    files: ['subgraphs/kit/scope/**', '**/migrations/**'],
    rules: { 'no-restricted-syntax': ['error', ...defaultExport] },
  },
  {
    files: ['**/domain/**'],
    rules: {
      'no-restricted-syntax': ['error', ...unscopedSql, ...defaultExport, ...clock],
      'no-restricted-globals': ['error', 'process', 'performance'],
    },
  },
  {
    // These tools read a default export.
    files: ['test/vitest.config.ts', 'test/lint/eslint.config.js', 'console/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unscopedSql] },
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
    files: ['test/system/**', 'test/browser/**'],
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
