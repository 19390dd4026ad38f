import { readCommand, refuse } from '../../src/cli/command.ts';
import { listDecidingFigures, listRecalled, SOURCES } from './figures.ts';

const { values } = readCommand({
  name: 'sources',
  about: 'Says which sources of the figures were recalled and not checked against their paper.',
  options: {
    check: { type: 'boolean', about: 'lists them, oldest first, with the figures that rest on each' },
    json: { type: 'boolean', about: 'the same as JSON' },
  },
  example: '--check',
});
if (!values.check) refuse('npm run -s sources -- --check lists what is recalled; --help tells more.');

const recalled = listRecalled();
const figures = listDecidingFigures();
const count = (state: string) => figures.filter((figure) => figure.state === state).length;
const summary = {
  sources: Object.keys(SOURCES).length,
  recalledSources: recalled.length,
  decidingFigures: figures.length,
  checked: count('checked'),
  recalled: count('recalled'),
  assumed: count('assumed'),
};
const findFigures = (key: string): readonly string[] =>
  figures.filter(({ sources }) => sources.includes(key)).map(({ name }) => name);

if (values.json)
  process.stdout.write(
    `${JSON.stringify({ ...summary, list: recalled.map((one) => ({ ...one, decides: findFigures(one.key) })) }, null, 2)}\n`,
  );
else {
  for (const { key, citation, year } of recalled) {
    const decides = findFigures(key);
    process.stdout.write(
      `${year ?? '    '}  ${key}: ${citation}\n${decides.length > 0 ? `      decides: ${decides.join(', ')}\n` : ''}`,
    );
  }
  const share = ((100 * summary.recalled) / summary.decidingFigures).toFixed(0);
  process.stdout.write(
    `\n${summary.recalledSources} of ${summary.sources} sources are recalled.\n` +
      `Of the ${summary.decidingFigures} figures that decide a fracture (the registry's parameters and the named rows of the tables of bones, discs, muscles, pressure, segments and acts) ` +
      `${summary.recalled} are recalled (${share} %), ${summary.checked} checked against their paper, ${summary.assumed} our own assumptions.\n`,
  );
}
