// The table by room, and every fault that nobody noticed.
import { nameOf } from './faults.mjs';
import { roomOf } from './related.mjs';

const layerOf = ({ file }) => (file.startsWith('lib/') ? 'lib' : 'rules');
const share = (part, whole) => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`);

function line(name, faults) {
  const by = (level) => faults.filter((fault) => fault.level === level).length;
  const noticed = faults.filter((fault) => fault.noticed).length;
  const cells = [faults.length, by('unit'), by('integration'), faults.length - noticed];
  return `${name.padEnd(24)}${cells.map((n) => String(n).padStart(12)).join('')}  ${share(noticed, faults.length)}`;
}

export function printReport(all) {
  // Where every level is red already or has no tests, nobody was asked.
  const results = all.filter(({ asked, noticed }) => asked || noticed);
  const unasked = all.filter((fault) => !results.includes(fault));
  const rooms = [...new Set(results.map(({ file }) => roomOf(file)))].sort();
  console.log(
    `\n${'room'.padEnd(24)}${['planted', 'unit', 'integration', 'survived'].map((s) => s.padStart(12)).join('')}`,
  );
  for (const room of rooms)
    console.log(
      line(
        room,
        results.filter(({ file }) => roomOf(file) === room),
      ),
    );
  for (const layer of ['rules', 'lib'])
    console.log(
      line(
        `all of ${layer}`,
        results.filter((fault) => layerOf(fault) === layer),
      ),
    );
  const survived = results.filter(({ noticed }) => !noticed);
  if (survived.length > 0) console.log('\nsurvived:');
  for (const fault of survived)
    console.log(`  ${fault.file}:${fault.line}  ${nameOf(fault).slice(fault.file.length + 1)}`);
  if (unasked.length > 0)
    console.log(`\nnot judged, for want of a green test that comes to them: ${unasked.length}`);
  for (const fault of unasked) console.log(`  ${fault.file}:${fault.line}`);
}
