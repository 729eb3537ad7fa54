import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
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
  docx: ['forms', 'assessment'],
  // What pane and workbench look like.
  looks: [],
  // The ribbon's buttons ask; the pane, which shares their runtime, does it and shows it.
  taskpane: ['commands', 'excel', 'files', 'docx', 'looks', 'forms', 'assessment'],
  commands: ['excel', 'forms', 'assessment'],
  // Asks a real Excel how it is; shares nothing with the add-in, so that it tells of Excel alone.
  probe: [],
  host: ['ooxml'],
  headless: ['host', 'excel', 'files', 'docx', 'forms', 'assessment'],
  // Its pane is the add-in's own page: of the add-in only the looks are built into it.
  workbench: ['host', 'looks'],
};

/**
 * The rooms of a layer, from the ground up, and the rooms that each stands on: it may import those, and what they may
 * import. A layer's own files beside the rooms may import them all.
 */
const rooms = {
  forms: {
    grid: [],
    words: ['grid'],
    settings: ['words'],
    'score-sheet': ['settings'],
    records: ['words'],
    book: ['score-sheet', 'records'],
    circumstances: ['book'],
    evaluation: ['book'],
    scoring: ['book'],
    collect: ['book'],
    check: ['evaluation', 'circumstances'],
    review: ['scoring', 'check'],
    notice: ['review'],
    seal: ['review'],
    annual: ['review'],
    documents: ['notice', 'annual'],
    paper: ['collect', 'check'],
    import: ['paper', 'review'],
  },
  excel: { workbook: [], reading: ['workbook'], commands: ['reading'] },
  taskpane: { texts: [], state: ['texts'], parts: ['state'], pages: ['parts'], app: ['pages'] },
  'host/workbook': { values: [], package: [], model: ['values', 'package'], reading: ['model'], writing: ['reading'] },
  'host/objects': {
    core: [],
    cells: ['core'],
    rules: ['cells'],
    range: ['rules'],
    tables: ['range'],
    sheet: ['tables'],
    workbook: ['sheet'],
  },
};

/** The rooms under `room`, itself included. */
const downFrom = (room, table) => [room, ...table[room].flatMap((lower) => downFrom(lower, table))];

/** The zones of `import-x/no-restricted-paths`: whichever way a module is imported, what counts is where it lies. */
const zones = [
  ...Object.entries(layers).map(([layer, lower]) => ({
    target: `src/${layer}`,
    from: 'src',
    except: [layer, ...lower],
    message: `src/${layer} may not import this layer.`,
  })),
  ...Object.entries(rooms).flatMap(([layer, table]) =>
    Object.keys(table).map((room) => ({
      target: `src/${layer}/${room}`,
      from: `src/${layer}`,
      except: [...new Set(downFrom(room, table))],
      message: `src/${layer}/${room} may not import this room.`,
    })),
  ),
];

/** Packages with an adapter each: the folders that may import them. hucre has two: src/host is not shipped to Excel. */
const adapters = [
  { package: /^hucre(\/|$)/, within: ['src/host/workbook', 'src/files'] },
  { package: /^docx(\/|$)/, within: ['src/docx'] },
  { package: /^numfmt(\/|$)/, within: ['src/host/workbook/values'] },
  { package: /^@univerjs\//, within: ['src/host/calculation', 'src/workbench/grid'] },
];

/** Refuses packages in the files of `folder` (a path from the root) that only others may import. */
const restrictPackages = (folder) => ({
  files: [`${folder}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: adapters
          .filter(({ within }) => !within.includes(folder))
          .map(({ package: name, within }) => ({
            regex: name.source,
            message: `Only ${within.join(' and ')} may import this package.`,
          })),
      },
    ],
  },
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
  {
    name: 'arrows run one way',
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js'] })] },
    rules: { 'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }] },
  },
  restrictPackages('src'),
  adapters.flatMap(({ within }) => within.map(restrictPackages)),
  {
    name: 'Excel is spoken to in two rooms',
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/excel/workbook/**', 'src/excel/commands/**', 'src/probe/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name="Excel"][property.name="run"]',
          message: 'Only src/excel/workbook and src/excel/commands call Excel.run.',
        },
      ],
    },
  },
  {
    name: 'a file has one reason to change; tables of texts may be as long as the texts are many',
    files: ['**/*.{ts,tsx,js,mjs}'],
    ignores: ['src/taskpane/texts/**'],
    rules: { 'max-lines': ['error', 500] },
  },
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
