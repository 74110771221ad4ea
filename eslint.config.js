import eslint from '@eslint/js'
import jsdoc from 'eslint-plugin-jsdoc'
import tseslint from 'typescript-eslint'
import { castsToSilence, inexactMaths, namedPlugins } from './scripts/lint/forbidden.mjs'
import { importRules, outsiders } from './scripts/lint/imports.mjs'
import { pureBuiltIns } from './scripts/lint/pureBuiltIns.mjs'

const exported = ['FunctionDeclaration', 'ClassDeclaration', 'VariableDeclaration']
const restrict = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules.flat()] })

export default tseslint.config(
  { ignores: ['**/dist/**', '**/.reports/**', '**/*.mjs', '**/*.cjs', '**/*.js', '**/*.config.ts', '**/fixtures/**', 'packages/backend-wasm/kernels/**', '**/src/modules/**'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    linterOptions: { noInlineConfig: true },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { jsdoc, nabla: { rules: { 'pure-built-ins': pureBuiltIns } } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      // `for (;;)` over indices is what formulas are written in.
      '@typescript-eslint/prefer-for-of': 'off',
      // A contract's optional function may be asked for even where a type says that it is there: plain JavaScript calls it too.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // `x || y` is meant where 0 and '' fall through as well.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/unbound-method': 'off',
      ...restrict(castsToSilence),
      ...outsiders,
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      ...restrict(castsToSilence, inexactMaths),
      'nabla/pure-built-ins': 'error',
      'jsdoc/require-jsdoc': [
        'error',
        { publicOnly: true, contexts: ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', ...exported], require: { ClassDeclaration: true } },
      ],
      'jsdoc/match-description': [
        'error',
        {
          contexts: exported.map((node) => ({ context: `ExportNamedDeclaration > ${node}`, comment: 'JsdocBlock' })),
          matchDescription: '[\\s\\S]*Shapes: [\\s\\S]*',
          message: 'Say the shapes in the docstring, in a line that begins with "Shapes: ".',
        },
      ],
      'jsdoc/check-tag-names': ['error', { definedTags: ['equation'] }],
    },
  },
  {
    files: ['packages/{backprop,trainer}/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: restrict(castsToSilence, inexactMaths, namedPlugins),
  },
  ...importRules,
  {
    files: ['checks/gradients/src/oracle/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(@nablajs/|nabla|\\.\\./)', message: 'The oracle shares no code with the engine: it imports nothing of ours.' }] },
      ],
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
)
