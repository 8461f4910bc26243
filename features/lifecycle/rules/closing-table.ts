/** 跟着走, 留下办完, 到期结束, 先办完才能撤并. */
export type ClosingFate = 'moves' | 'stays' | 'ends' | 'blocks';

export const closingFates: Record<ClosingFate, string> = {
  moves: '跟着走',
  stays: '留下办完',
  ends: '当天结束',
  blocks: '先办完',
};

/**
 * What becomes of everything that hangs on a union when it is merged or closed, as it is shown before and as
 * `closeOrganisation` does it. In the order of the page. Source: 工会法 12, 13; domain.md §1.1.
 */
export const closingTable = [
  {
    key: 'members',
    title: '会员',
    fate: 'moves',
    note: '转到接收的工会。会员号、入会日期不变，每人收到一次通知',
  },
  {
    key: 'applications',
    title: '没办完的入会申请',
    fate: 'moves',
    note: '由接收的工会接着办，期限照原来的算，通知本人',
  },
  {
    key: 'secondments',
    title: '没到期的借调',
    fate: 'moves',
    note: '借出的跟着会员，借调来的改到接收的工会；两个工会之间的结束',
  },
  { key: 'requests', title: '没答复的会籍登记', fate: 'moves', note: '由接收的工会接着办' },
  { key: 'corrections', title: '没办完的资料更正', fate: 'moves', note: '由接收的工会接着办' },
  {
    key: 'children',
    title: '下级组织',
    fate: 'moves',
    note: '连同会员、干部一起，归到下面选的上级',
  },
  {
    key: 'employers',
    title: '用人单位',
    fate: 'moves',
    note: '合并的归接收的工会；撤销的不再有工会，企业台账跟着变',
  },
  { key: 'venues', title: '地点', fate: 'moves', note: '由接收的工会维护；没有接收的，归上级' },
  {
    key: 'offerings',
    title: '没结束的服务',
    fate: 'stays',
    note: '留在原工会名下，由上级工会办完；已报名的照常参加',
  },
  { key: 'roles', title: '干部角色', fate: 'ends', note: '通知本人' },
  { key: 'offices', title: '任职', fate: 'ends', note: '登记为工会撤销' },
  { key: 'invitations', title: '没接受的干部邀请', fate: 'ends', note: '链接立即失效' },
  { key: 'certificates', title: '法人证书', fate: 'ends', note: '作废' },
  { key: 'transfers', title: '没办完的转会', fate: 'blocks', note: '先答复，或请本人撤回' },
  { key: 'cases', title: '没办完的自动退会、除名', fate: 'blocks', note: '先办完或撤下' },
  {
    key: 'foundings',
    title: '没办完的建会、换届、变更、注销',
    fate: 'blocks',
    note: '先办完，或登记终止',
  },
  {
    key: 'imports',
    title: '没写完、还能撤销的导入',
    fate: 'blocks',
    note: '先写完、等撤销时限过，或放弃',
  },
  {
    key: 'lists',
    title: '没交、还能撤回的单位名单',
    fate: 'blocks',
    note: '先交上、等撤回时限过，或撤回',
  },
] as const satisfies readonly {
  key: string;
  title: string;
  fate: ClosingFate;
  note: string;
}[];

export type ClosingKey = (typeof closingTable)[number]['key'];
export type ClosingCounts = Readonly<Record<ClosingKey, number>>;
