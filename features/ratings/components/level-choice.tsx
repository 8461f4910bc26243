import { Cell, CellList } from '@/components/ui/cell-list';
import { levelLabels, levels } from '../rules';

/** The one question first, as five large links: it works without script, and the reasons follow from it. */
export function LevelChoice({ path }: { path: string }) {
  return (
    <CellList>
      {levels.map((level) => (
        <Cell key={level} title={levelLabels[level]} href={`${path}?level=${level}`} />
      ))}
    </CellList>
  );
}
