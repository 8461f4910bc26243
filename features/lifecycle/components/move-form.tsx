import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import type { Organisation } from '@/features/organisations/queries/organisations';
import type { TreeNode } from '@/features/organisations/queries/tree';
import { mayContain } from '@/features/organisations/rules/kinds';
import { moveOrganisationAction } from '../actions';

const flat = (nodes: readonly TreeNode[], depth = 0): { node: TreeNode; depth: number }[] =>
  nodes.flatMap((node) => [{ node, depth }, ...flat(node.children, depth + 1)]);

/** Open organisations that may hold this one: neither itself nor anything below it. */
function targets(organisation: Organisation, tree: readonly TreeNode[]) {
  const without = (nodes: readonly TreeNode[]): TreeNode[] =>
    nodes
      .filter((node) => node.id !== organisation.id)
      .map((node) => ({ ...node, children: without(node.children) }));
  return flat(without(tree)).filter(
    ({ node }) => mayContain(node.kind, organisation.kind) && node.id !== organisation.parentId,
  );
}

/** Puts the organisation, with all below it, under another parent. */
export function MoveOrganisationForm({
  organisation,
  tree,
}: {
  organisation: Organisation;
  tree: readonly TreeNode[];
}) {
  const options = targets(organisation, tree).map(({ node, depth }) => ({
    value: node.id,
    label: `${'　'.repeat(depth)}${node.shortName}`,
  }));
  if (options.length === 0) return <p>没有可以放的上级。</p>;
  return (
    <Form action={moveOrganisationAction} className="max-w-form">
      <input type="hidden" name="id" value={organisation.id} />
      <input type="hidden" name="version" value={organisation.version} />
      <SelectField
        name="parentId"
        label="新的上级"
        hint="下级组织和会员一起过去；原上级的干部立即看不到，新上级的立即看到"
        placeholder="请选择"
        options={options}
        className="mb-6"
      />
      <TextArea name="reason" label="调整原因" maxLength={200} rows={2} className="mb-6" />
      <SubmitButton variant="secondary">调整上级</SubmitButton>
    </Form>
  );
}
