import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import type { MyClass } from '../queries/my-classes';

/** 我带的班, for whoever looks after children; nothing for everyone else. */
export function MyClasses({ classes }: { classes: readonly MyClass[] }) {
  if (classes.length === 0) return null;
  return (
    <Section title="我带的班">
      <CellList>
        {classes.map((one) => (
          <Cell
            key={one.sessionId}
            icon="users"
            title={`${one.title} ${one.session}`}
            sub={
              one.isChecked
                ? `${one.role}：签到、接走、情况记录`
                : '还没有有效的犯罪记录查询，请组织单位录入后再来'
            }
            href={one.isChecked ? `/class/${one.sessionId}` : undefined}
          />
        ))}
      </CellList>
    </Section>
  );
}
