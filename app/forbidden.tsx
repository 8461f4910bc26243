import { Refused } from '@/features/organisations/components/refused';

export const metadata = { title: '没有权限' };

export default function ForbiddenPage() {
  return (
    <Refused
      title="您没有此操作权限"
      text="如需办理，请联系所属工会；刚换了岗位的，请退出后重新登录。"
    />
  );
}
