import { Cell } from '@/components/ui/cell-list';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { readPortal, telOf } from '@/lib/portal/portal';

/** Row that rings the union: the way that always works. `say` is what to tell the person who answers. */
export async function CallCell({ title = '打电话问工会', say }: { title?: string; say?: string }) {
  const { hotline, hours } = await readPortal();
  const sub = say ? `${hotline}，${say}` : `${hotline} · ${hours}`;
  return <Cell icon="phone" title={title} sub={sub} href={telOf(hotline)} />;
}

/** The same as a button, 打 with the number and `why`. */
export async function CallButton({
  why,
  variant,
  block,
}: {
  why?: string;
  variant?: 'secondary';
  block?: boolean;
}) {
  const { hotline } = await readPortal();
  return (
    <LinkButton
      href={telOf(hotline)}
      variant={variant}
      block={block}
      icon={<Icon name="phone" />}
    >{`打 ${hotline}${why ? ` ${why}` : ''}`}</LinkButton>
  );
}

/** The number inside a sentence. */
export async function Hotline() {
  return (await readPortal()).hotline;
}

/** Where one goes with one's papers: the counter of the union one level below the root. */
export async function CounterCell() {
  const { townWord } = await readPortal();
  return <Cell icon="building" title={`到${townWord}工会窗口办理`} sub="请带身份证" />;
}
