import { Notice } from '@/components/ui/notice';

const words: Readonly<Record<string, string>> = {
  phone: '手机号已换绑，本人可以用新手机登录了。',
  corrected: '资料已更正，已通知本人。',
  membership: '会籍变化已登记，已通知本人。',
  secondment: '借调已登记，已通知本人。',
};

/** What was just done to a member, on the page that one comes back to; nothing for anything else. */
export function MemberDone({ done }: { done: string | undefined }) {
  const said = done === undefined ? undefined : words[done];
  if (!said) return null;
  return (
    <Notice tone="success" live className="mb-4">
      {said}
    </Notice>
  );
}
