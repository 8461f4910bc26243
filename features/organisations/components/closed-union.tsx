import { currentCtx } from '@/lib/auth/session';
import type { Organisation } from '../queries/organisations';
import { findSuccessor } from '../queries/successor';
import { Refused } from './refused';

/** The code of a union that was merged or closed: says so, and goes on with the union that took over. */
export async function ClosedUnion({ union }: { union: Organisation }) {
  const successor = await findSuccessor(await currentCtx(), union.id);
  const back = { href: '/guide/join', label: '办事指南' };
  if (!successor)
    return (
      <Refused
        title={`${union.shortName}已撤销`}
        text="这个入会码不能用了。不用码也能入会，按单位或所在地找工会就行。"
        back={back}
        way={{ href: '/join', label: '不用码，接着办' }}
      />
    );
  return (
    <Refused
      title={`${union.shortName}已并到${successor.shortName}`}
      text={`入会、转会都找${successor.name}。原来的会员已经转过去，会员号不变，不用办手续。`}
      back={back}
      way={{ href: `/join/${successor.joinCode}`, label: `到${successor.shortName}接着办` }}
    />
  );
}
