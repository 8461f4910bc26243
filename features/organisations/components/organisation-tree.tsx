import { AppLink } from '@/components/ui/app-link';
import { cx } from '@/components/ui/cx';
import { Icon } from '@/components/ui/icon';
import { formatCount } from '@/lib/format';
import type { TreeNode } from '../queries/tree';

interface TreeProps {
  nodes: readonly TreeNode[];
  selectedId: string;
  /** The selected organisation and everything above it: these stand open. */
  openIds: ReadonlySet<string>;
  /** Members incl. below, where the officer may see them. */
  counts: ReadonlyMap<string, number>;
}

function Row({ node, selectedId, openIds, counts }: TreeProps & { node: TreeNode }) {
  const selected = node.id === selectedId;
  const open = openIds.has(node.id);
  const count = counts.get(node.id);
  return (
    <AppLink
      href={`/desk/organisations?id=${node.id}`}
      aria-current={selected ? 'page' : undefined}
      className={cx(
        'relative flex min-h-9 items-center rounded-input px-2 no-underline max-lg:min-h-target bigger:min-h-target',
        selected ? 'bg-neutral-50 font-semibold' : 'hover:bg-sunken',
        node.closed && 'text-ink-3',
      )}
    >
      {selected && (
        <span
          aria-hidden
          className="absolute inset-y-2 left-0 w-[3px] rounded-[2px] bg-brand-700"
        />
      )}
      <span className="mr-1 inline-flex w-5 flex-none justify-center">
        {node.children.length > 0 && (
          <Icon name={open ? 'chevron-down' : 'chevron-right'} className="!size-4 text-ink-2" />
        )}
      </span>
      <span className="min-w-0 flex-auto">
        {node.shortName}
        {node.closed && '（已撤销）'}
      </span>
      {count !== undefined && (
        <span className="ml-2 flex-none text-table font-normal text-ink-3">
          {formatCount(count)}
        </span>
      )}
    </AppLink>
  );
}

/** The tree as nested lists of links; what lies on the way to the selected one is open. */
export function OrganisationTree(props: TreeProps) {
  return (
    <ul>
      {props.nodes.map((node) => (
        <li key={node.id}>
          <Row node={node} {...props} />
          {node.children.length > 0 && props.openIds.has(node.id) && (
            <div className="ml-[17px] border-l border-line pl-1">
              <OrganisationTree {...props} nodes={node.children} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
