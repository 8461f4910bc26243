import { Refused } from '@/features/organisations/components/refused';
import { readPortal } from '@/lib/portal/portal';

/** A union's code that is mistyped, replaced, or of a union that was dissolved: joining goes on without it. */
export default async function UnknownCode() {
  const { townWord } = await readPortal();
  return (
    <Refused
      title="这个入会码不能用了"
      text={`可能抄错了字，或工会换了新码。不用码也能入会，按单位或${townWord}找工会就行。`}
      back={{ href: '/guide/join', label: '办事指南' }}
      way={{ href: '/join', label: '不用码，接着办' }}
    />
  );
}
