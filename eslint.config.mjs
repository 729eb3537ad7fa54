import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

/** What each folder of src/ may import from the others. Arrows run one way: pane, commands, headless → files, excel → forms → assessment. */
const layers = {
  assessment: [],
  forms: ['assessment'],
  excel: ['forms', 'assessment'],
  // What both readers of .xlsx files have to know.
  ooxml: [],
  files: ['ooxml', 'forms', 'assessment'],
  // The ribbon's buttons ask; the pane, which shares their runtime, does it and shows it.
  taskpane: ['commands', 'excel', 'files', 'forms', 'assessment'],
  commands: ['excel', 'forms', 'assessment'],
  host: ['ooxml'],
  headless: ['host', 'excel', 'files', 'forms', 'assessment'],
  // Its pane is the add-in's own page: nothing of the add-in is built into it.
  workbench: ['host'],
};

/** Packages with an adapter each: the folders that may import them. hucre has two: src/host is not shipped to Excel. */
const adapters = [
  { package: /^hucre(\/|$)/, within: ['src/host/workbook', 'src/files'] },
  { package: /^numfmt(\/|$)/, within: ['src/host/workbook/values'] },
  { package: /^@univerjs\//, within: ['src/host/calculation', 'src/workbench/grid'] },
];

/** The patterns of `no-restricted-imports` for files of `folder` (a path from the root), which belong to `layer`. */
function importsRefused(folder, layer) {
  const foreign = Object.keys(layers).filter((other) => other !== layer && !layers[layer].includes(other));
  return [
    { regex: `^(\\.\\./)+(${foreign.join('|')})(/|$)`, message: `src/${layer} may not import this layer.` },
    ...adapters
      .filter(({ within }) => !within.includes(folder))
      .map(({ package: name, within }) => ({
        regex: name.source,
        message: `Only ${within.join(' and ')} may import this package.`,
      })),
  ];
}

const restrictImports = (folder, layer) => ({
  files: [`${folder}/**/*.{ts,tsx}`],
  rules: { 'no-restricted-imports': ['error', { patterns: importsRefused(folder, layer) }] },
});

const addinFiles = ['src/excel/**/*.ts', 'src/taskpane/**/*.{ts,tsx}', 'src/commands/**/*.ts'];
const [officeAddinsRules] = officeAddins.configs.recommended.filter(
  ({ rules }) => rules?.['office-addins/no-empty-load'],
);

export default defineConfig(
  globalIgnores(['dist/', 'dist-workbench/', 'release/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // `== null` is the one comparison that means both null and undefined.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Forms are laid out with ideographic spaces, and what the reader takes out of text has to be named.
      'no-irregular-whitespace': ['error', { skipComments: true, skipTemplates: true, skipRegExps: true }],
      // Overflows the stack on types that refer to themselves (typescript-eslint 8.73).
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Spreading a string gives its code points, which is what names with rare characters need.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Outside data is parsed once at the edge, never cast.
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
    },
  },
  {
    name: 'stand-ins in tests are asynchronous because what they stand for is',
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
  {
    name: 'a text is a string, or a function that gives one',
    files: ['src/taskpane/texts/*.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    name: 'pure layers know no Office and no page',
    files: ['src/assessment/**/*.ts', 'src/forms/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Office', 'Excel', 'OfficeExtension', 'document', 'window', 'process'],
    },
  },
  {
    name: 'Office add-ins',
    files: addinFiles,
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(
      Object.keys(officeAddinsRules.rules)
        .filter((rule) => rule.startsWith('office-addins/'))
        .map((rule) => [rule, 'error']),
    ),
  },
  Object.keys(layers).map((layer) => restrictImports(`src/${layer}`, layer)),
  adapters.flatMap(({ within }) => within.map((folder) => restrictImports(folder, folder.split('/')[1]))),
  {
    files: ['**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        __dirname: 'readonly',
        __filename: 'readonly',
        console: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
