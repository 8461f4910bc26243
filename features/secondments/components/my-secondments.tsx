import { Section } from '@/components/ui/card';
import type { Ctx } from '@/lib/ctx';
import { listMySecondments } from '../queries/secondments';
import { SecondmentLines } from './secondment-lines';

/** The member's own, and that the 会籍 stays; nothing where there was none. */
export async function MySecondments({ ctx, union }: { ctx: Ctx; union: string }) {
  const lines = await listMySecondments(ctx);
  if (lines.length === 0) return null;
  return (
    <Section title="借调">
      <p className="mb-2 text-secondary text-ink-2">
        会籍仍在{union}，会员码、服务照常用。登记得不对，请联系{union}。
      </p>
      <SecondmentLines lines={lines} />
    </Section>
  );
}
