import { AppLink, TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Stat, Stats } from '@/components/ui/stat';
import { Breadcrumbs } from '@/components/ui/tabs';
import { ResponsibleTable } from '@/features/identity/components/responsible-table';
import { listResponsible } from '@/features/identity/queries/responsible';
import type { MemberCount } from '@/features/members/queries/count-members';
import { canSeeOffices } from '@/features/offices/policy';
import { OrganisationFacts } from '@/features/organisations/components/organisation-facts';
import { canManageOrganisations } from '@/features/organisations/policy';
import {
  countEmployersBelow,
  listEmployersOfUnion,
} from '@/features/organisations/queries/employers';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import type { TreeNode } from '@/features/organisations/queries/tree';
import { kindLabels } from '@/features/organisations/rules/kinds';
import type { Ctx } from '@/lib/ctx';
import { formatFullDay, todayOn } from '@/lib/dates';
import { formatCount, formatPercent } from '@/lib/format';

const here = (id: string) => `/desk/organisations?id=${id}`;

interface DetailProps {
  ctx: Ctx;
  selected: TreeNode;
  trail: readonly TreeNode[];
  /** Absent for officers who may not see members. */
  count: MemberCount | undefined;
}

function Tools(props: { id: string; mayManage: boolean; hasTerms: boolean }) {
  const { id, mayManage, hasTerms } = props;
  return (
    <div className="flex flex-none flex-wrap gap-2">
      <LinkButton
        href={`/desk/organisations/${id}/poster`}
        variant="secondary"
        small
        icon={<Icon name="qr" />}
      >
        入会二维码
      </LinkButton>
      {hasTerms && (
        <LinkButton href={`/desk/organisations/${id}/offices`} variant="secondary" small>
          任期和任职
        </LinkButton>
      )}
      {mayManage && (
        <LinkButton href={`/desk/organisations/${id}/edit`} variant="secondary" small>
          修改信息
        </LinkButton>
      )}
    </div>
  );
}

/** Right of the organisation screen: where it stands, how many, who is responsible, what is on record. */
export async function OrganisationDetail({ ctx, selected, trail, count }: DetailProps) {
  const { id } = selected;
  const [organisation, employers, covered, responsible] = await Promise.all([
    getOrganisation(ctx, id),
    listEmployersOfUnion(ctx, id),
    countEmployersBelow(ctx, id),
    listResponsible(ctx, id),
  ]);
  const { closedAt, foundedOn, kind } = organisation;
  const mayManage =
    canManageOrganisations(
      ctx.actor,
      trail.map((node) => node.id),
    ) && !closedAt;
  const path = trail.map((node) => node.id);
  const hasTerms = kind.endsWith('_union') && canSeeOffices(ctx.actor, path);
  const openChildren = selected.children.filter((child) => !child.closed).length;
  const steps = trail.slice(0, -1).map((node) => ({ label: node.shortName, href: here(node.id) }));
  return (
    <div className="min-w-0 flex-auto overflow-y-auto px-4 pt-4 pb-8 lg:px-6">
      <AppLink
        href="/desk/organisations"
        className="inline-flex min-h-target items-center no-underline lg:hidden"
      >
        <Icon name="chevron-left" />
        组织树
      </AppLink>
      <Breadcrumbs trail={[...steps, { label: selected.shortName }]} />
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-h1">{organisation.name}</h2>
          <p className="text-secondary text-ink-2">
            {kindLabels[kind]}
            {foundedOn && `，${formatFullDay(foundedOn)}批复成立`}
          </p>
        </div>
        {!closedAt && <Tools id={id} mayManage={mayManage} hasTerms={hasTerms} />}
      </div>
      {closedAt && (
        <Notice tone="warning" className="mb-4">
          {formatFullDay(todayOn(closedAt))}撤销。入会码和这里的角色已失效，记录保留。
        </Notice>
      )}
      <Stats>
        {count && (
          <Stat
            label="会员"
            figure={formatCount(count.members)}
            unit="人"
            note="含下级"
            href={`/desk/members?union=${id}`}
          />
        )}
        {count && (
          <Stat
            label="新就业形态"
            figure={formatCount(count.newForm)}
            unit="人"
            note={`占 ${formatPercent(count.members > 0 ? count.newForm / count.members : 0)}`}
            href={`/desk/members?union=${id}&newForm=1`}
          />
        )}
        <Stat
          label="覆盖单位"
          figure={formatCount(covered)}
          unit="家"
          note="已有工会的用人单位"
          href="/desk/organisations/employers"
        />
        <Stat label="下级组织" figure={openChildren} unit="个" note="直接下级" href={here(id)} />
      </Stats>
      <Section
        title="谁能管这里"
        more={
          <TextLink href={`/desk/who?id=${id}`} className="reach">
            谁可以做什么
          </TextLink>
        }
      >
        <ResponsibleTable lines={responsible} here={id} />
      </Section>
      <Section title="登记信息">
        <OrganisationFacts organisation={organisation} />
      </Section>
      {employers.length > 0 && (
        <Section title="用人单位">
          <ul className="list-disc pl-5">
            {employers.map((employer) => (
              <li key={employer.id}>{employer.name}</li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
