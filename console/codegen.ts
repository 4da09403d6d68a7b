import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types and trusted documents of the console, from the committed schema: no server is asked. */
const config: CodegenConfig = {
  schema: 'schema/api.graphql',
  documents: ['console/src/**/*.{ts,vue}', '!console/src/gql/**'],
  ignoreNoDocuments: true,
  generates: {
    'console/src/gql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        persistedDocuments: { hashAlgorithm: 'sha256', mode: 'embedHashInDocument' },
      },
      config: {
        useTypeImports: true,
        enumsAsConst: true,
        strictScalars: true,
        scalars: { DateTime: 'string', Date: 'string' },
        defaultScalarType: 'unknown',
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
      },
    },
  },
};

export default config;
