// The product's law that no general tool knows. Red means: read docs/checks.md.
import { checkActionNames } from './checks/action-names.mjs';
import { checkCitations } from './checks/citations.mjs';
import { checkDocstrings } from './checks/docstrings.mjs';
import { checkEnums } from './checks/enums.mjs';
import { checkEverywhere, sizes } from './checks/everywhere.mjs';
import { checkFeatures, checkRooms, checkTiers } from './checks/features.mjs';
import { checkHomonyms, checkNames } from './checks/names.mjs';
import { checkOwners } from './checks/owners.mjs';
import { checkRowPolicies } from './checks/past-row-policies.mjs';
import { checkRoomSizes, roomSizes } from './checks/room-sizes.mjs';
import { sources } from './checks/sources.mjs';
import { checkTitles } from './checks/titles.mjs';
import { checkUnionWords } from './checks/union-words.mjs';
import { checkWaiting } from './checks/waiting.mjs';

const all = sources();
const problems = [
  checkFeatures,
  checkEverywhere,
  checkActionNames,
  checkDocstrings,
  checkEnums,
  checkOwners,
  checkRoomSizes,
  checkRowPolicies,
  checkHomonyms,
  checkNames,
  checkTitles,
  checkUnionWords,
  checkWaiting,
].flatMap((check) => check(all));
problems.push(...checkTiers(all), ...checkRooms(all), ...checkCitations(all));
const { files, median, most } = sizes(all);
if (median > 60) problems.push(`the median file has ${median} lines, more than 60`);
if (most > 200) problems.push(`the 95th percentile has ${most} lines, more than 200`);

const { whole, rooms } = roomSizes(all);
const [[room, lines]] = rooms;
const largest = `${room} ${((100 * lines) / whole).toFixed(1)} %`;

for (const problem of problems) console.error(`✗ ${problem}`);
console.log(
  `${files} files, median ${median}, 95th percentile ${most}, largest room ${largest}, ${problems.length} problems`,
);
process.exit(problems.length > 0 ? 1 : 0);
