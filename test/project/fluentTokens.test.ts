import { tokens as fluent } from '@fluentui/react-components';
import { tokens } from '../../src/taskpane/app/fluentTokens';

test('the rule for tokens gives what Fluent UI’s own table does', () => {
  const names = Object.keys(fluent);
  expect(names.length).toBeGreaterThan(400);
  expect(Object.fromEntries(names.map((name) => [name, tokens[name]]))).toEqual(fluent);
});
