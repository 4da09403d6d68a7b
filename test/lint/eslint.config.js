import tseslint from 'typescript-eslint';

const root = new URL('../..', import.meta.url).pathname;

const unscopedSql = [
  {
    selector: 'CallExpression[callee.property.name="getConnection"]',
    message: 'Unscoped SQL: work through the transaction of kit/scope.',
  },
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Named exports only.',
  },
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'test/lint/**', 'cli/tongma.js'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: root },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // A resolver returns a domain object where a type-graphql class is declared.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Our objects are closures without `this`; domain objects are spread on purpose, names by
      // code point.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-restricted-syntax': ['error', ...unscopedSql],
      'no-console': 'error',
    },
  },
  {
    // No clock in rules: the instant is an argument.
    files: ['subgraphs/*/domain/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...unscopedSql,
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'No clock.' },
        {
          selector: 'MemberExpression[object.name="Date"][property.name="now"]',
          message: 'No clock.',
        },
      ],
    },
  },
  {
    files: ['test/vitest.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
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
      // Answers of the graph are what a test says of them.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
);
