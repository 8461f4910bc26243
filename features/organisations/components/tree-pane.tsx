import { AppLink } from '@/components/ui/app-link';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { SearchBox } from '@/components/ui/search-box';
import type { OrganisationMatch, TreeNode } from '../queries/tree';
import { kindLabels } from '../rules/kinds';
import { OrganisationTree } from './organisation-tree';

interface TreePaneProps {
  nodes: readonly TreeNode[];
  selectedId: string;
  openIds: ReadonlySet<string>;
  counts: ReadonlyMap<string, number>;
  query: string;
  lost: boolean;
  found: readonly OrganisationMatch[];
  mayCreate: boolean;
  mayImport: boolean;
}

function Found({ found, query }: Pick<TreePaneProps, 'found' | 'query'>) {
  if (found.length === 0) {
    return (
      <p className="p-3 text-ink-2">
        没有找到“{query}”。
        <AppLink href="/desk/organisations" className="link">
          看全部组织
        </AppLink>
      </p>
    );
  }
  return (
    <ul aria-label="搜索结果">
      {found.map(({ id, name, kind }) => (
        <li key={id}>
          <AppLink
            href={`/desk/organisations?id=${id}`}
            className="block rounded-input px-3 py-2 no-underline hover:bg-sunken"
          >
            {name}
            <span className="block text-meta text-ink-3">{kindLabels[kind]}</span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

/** Left of the organisation screen: search, tree with member counts, the way to found a new one. */
export function TreePane(props: TreePaneProps) {
  const { query, lost, selectedId, mayCreate, mayImport } = props;
  return (
    <>
      <div className="border-b border-line px-4 py-3">
        <div className="mb-2 flex flex-wrap items-center gap-2">
          <h1 className="flex-auto">组织</h1>
          <LinkButton href="/desk/organisations/employers" variant="text" small>
            用人单位
          </LinkButton>
          {mayImport && (
            <LinkButton href="/desk/imports?book=unions" variant="text" small>
              导入
            </LinkButton>
          )}
          {mayCreate && (
            <LinkButton href="/desk/organisations/paste" variant="text" small>
              粘贴
            </LinkButton>
          )}
          {mayCreate && (
            <LinkButton
              href={`/desk/organisations/new?parent=${selectedId}`}
              variant="secondary"
              small
              icon={<Icon name="plus" />}
            >
              新建
            </LinkButton>
          )}
        </div>
        <SearchBox
          label="搜工会名称、信用代码"
          to="/desk/organisations"
          words={query}
          lost={lost}
        />
      </div>
      <nav aria-label="组织树" className="min-h-0 flex-auto overflow-y-auto p-2">
        {query ? <Found {...props} /> : <OrganisationTree {...props} />}
      </nav>
      {props.counts.size > 0 && (
        <p className="border-t border-line px-4 py-2 text-meta text-ink-3">数字是会员数，含下级</p>
      )}
    </>
  );
}
