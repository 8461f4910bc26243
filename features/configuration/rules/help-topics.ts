export interface HelpTopic {
  readonly slug: string;
  readonly title: string;
  /** What it is, in one sentence. */
  readonly what: string;
  readonly who: readonly string[];
  /** What to have at hand when calling or coming. */
  readonly bring: readonly string[];
  readonly where: string;
}

/** Services that the union gives but that cannot be applied for here yet: what they are and where to go. */
export const helpTopics: readonly HelpTopic[] = [
  {
    slug: 'aid',
    title: '困难帮扶',
    what: '家里遇到大病、失业、灾害等困难，工会核实后建档帮扶。',
    who: ['家庭收入低、生活困难的会员', '突发疾病、事故、灾害，支出很大的会员'],
    bring: ['身份证和户口簿', '家庭收入和支出的材料', '诊断、缴费等证明'],
    where: '先找所在单位的工会；没有单位工会的，找所在镇（街道）工会。',
  },
  {
    slug: 'study',
    title: '金秋助学',
    what: '帮困难会员的孩子交学费，每年秋季开学前后办理。',
    who: ['已在工会建档的困难会员家庭', '当年考上高校或高中、中职的孩子'],
    bring: ['录取通知书', '身份证和户口簿', '家庭困难的材料'],
    where: '向所在单位工会或镇（街道）工会申请。',
  },
  {
    slug: 'rights',
    title: '维权求助',
    what: '欠薪、工伤、辞退、社保等问题，工会免费咨询、调解和法律援助。',
    who: ['所有职工，是不是会员都可以', '可以要求为您保密'],
    bring: ['劳动合同、工资条、打卡记录', '聊天记录、转账记录等证据'],
    where: '先打电话说明情况，工会告诉您下一步找谁。',
  },
  {
    slug: 'stations',
    title: '工会驿站',
    what: '给户外劳动者歇脚、喝水、热饭、充电的地方，免费。',
    who: ['快递员、外卖配送员、货车和网约车司机、环卫工人', '其他户外劳动者'],
    bring: ['不用带证件'],
    where: '打电话问离您最近的驿站和开放时间。',
  },
];

/** The topic behind an address, or undefined. */
export const helpTopic = (slug: string): HelpTopic | undefined =>
  helpTopics.find((topic) => topic.slug === slug);
