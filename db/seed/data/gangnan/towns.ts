import type { TownData } from '../federation';

/** The two streets and seven towns of 港南区. Unions and employers in them are invented. */
export const towns: readonly TownData[] = [
  {
    areaCode: '450803001',
    name: '江南街道',
    unions: [
      {
        name: '江南街道新就业形态联合工会',
        short: '江南新就业联合工会',
        joint: true,
        weight: 9,
        trade: 'platform',
      },
      {
        name: '贵港江南晨光食品有限公司工会',
        short: '晨光食品工会',
        weight: 7,
        trade: 'factory',
        employers: [['贵港江南晨光食品有限公司', '制造业', 186]],
        branches: ['一车间分会', '二车间分会'],
      },
      {
        name: '江南街道沿街商铺联合工会',
        short: '江南商铺联合工会',
        joint: true,
        weight: 4,
        trade: 'shop',
        employers: [
          ['港南区聚福楼餐饮店', '住宿和餐饮业', 23],
          ['港南区好邻里超市', '批发和零售业', 31],
          ['贵港安邻房产经纪有限公司', '房地产业', 18],
        ],
      },
      {
        name: '江南街道保安环卫联合工会',
        short: '江南保安环卫工会',
        joint: true,
        weight: 3,
        trade: 'street',
        employers: [
          ['贵港平盾保安服务有限公司', '租赁和商务服务业', 74],
          ['贵港清源环境服务有限公司', '水利、环境和公共设施管理业', 92],
        ],
      },
    ],
  },
  {
    areaCode: '450803002',
    name: '八塘街道',
    unions: [
      {
        name: '贵港八塘恒林木业有限公司工会',
        short: '恒林木业工会',
        weight: 4,
        trade: 'factory',
        employers: [['贵港八塘恒林木业有限公司', '制造业', 143]],
      },
      {
        name: '八塘街道商圈联合工会',
        short: '八塘商圈联合工会',
        joint: true,
        weight: 3,
        trade: 'shop',
        employers: [
          ['港南区八塘惠民百货', '批发和零售业', 27],
          ['港南区八塘乐家家电行', '批发和零售业', 12],
        ],
      },
    ],
  },
  {
    areaCode: '450803100',
    name: '桥圩镇',
    unions: [
      {
        name: '贵港桥圩暖羽制品有限公司工会',
        short: '暖羽制品工会',
        weight: 7,
        trade: 'factory',
        employers: [['贵港桥圩暖羽制品有限公司', '制造业', 268]],
        branches: ['充绒车间分会'],
      },
      {
        name: '桥圩镇羽绒产业联合工会',
        short: '桥圩羽绒联合工会',
        joint: true,
        weight: 6,
        trade: 'factory',
        employers: [
          ['港南区桥圩白鹅羽绒加工厂', '制造业', 41],
          ['港南区桥圩云朵寝具厂', '制造业', 36],
          ['港南区桥圩新绒制衣厂', '制造业', 22],
        ],
      },
      {
        name: '桥圩镇中心卫生院工会',
        short: '桥圩卫生院工会',
        weight: 3,
        trade: 'health',
        employers: [['港南区桥圩镇中心卫生院', '卫生和社会工作', 88]],
      },
    ],
  },
  {
    areaCode: '450803101',
    name: '木格镇',
    unions: [
      {
        name: '贵港木格瑞禾粮油有限公司工会',
        short: '瑞禾粮油工会',
        weight: 3,
        trade: 'factory',
        employers: [['贵港木格瑞禾粮油有限公司', '制造业', 67]],
      },
      {
        name: '木格镇联合工会',
        short: '木格镇联合工会',
        joint: true,
        weight: 2,
        trade: 'mixed',
        employers: [['港南区木格荔香园餐馆', '住宿和餐饮业', 15]],
      },
    ],
  },
  {
    areaCode: '450803102',
    name: '木梓镇',
    unions: [
      {
        name: '贵港木梓宏砖建材有限公司工会',
        short: '宏砖建材工会',
        weight: 3,
        trade: 'building',
        employers: [['贵港木梓宏砖建材有限公司', '制造业', 79]],
      },
      { name: '木梓镇联合工会', short: '木梓镇联合工会', joint: true, weight: 2, trade: 'mixed' },
    ],
  },
  {
    areaCode: '450803103',
    name: '湛江镇',
    unions: [
      {
        name: '湛江镇顺达运输有限公司工会',
        short: '顺达运输工会',
        weight: 3,
        trade: 'freight',
        employers: [['贵港湛江镇顺达运输有限公司', '交通运输、仓储和邮政业', 54]],
      },
      { name: '湛江镇联合工会', short: '湛江镇联合工会', joint: true, weight: 2, trade: 'mixed' },
    ],
  },
  {
    areaCode: '450803104',
    name: '东津镇',
    unions: [
      {
        name: '贵港东津长纸业有限公司工会',
        short: '东津长纸业工会',
        weight: 4,
        trade: 'factory',
        employers: [['贵港东津长纸业有限公司', '制造业', 132]],
      },
      {
        name: '东津郁江码头物流有限公司工会',
        short: '郁江码头工会',
        weight: 3,
        trade: 'freight',
        employers: [['贵港东津郁江码头物流有限公司', '交通运输、仓储和邮政业', 61]],
      },
      { name: '东津镇联合工会', short: '东津镇联合工会', joint: true, weight: 2, trade: 'mixed' },
    ],
  },
  {
    areaCode: '450803106',
    name: '新塘镇',
    unions: [
      {
        name: '贵港新塘绿畦农业有限公司工会',
        short: '绿畦农业工会',
        weight: 2,
        trade: 'mixed',
        employers: [['贵港新塘绿畦农业有限公司', '农、林、牧、渔业', 46]],
      },
      { name: '新塘镇联合工会', short: '新塘镇联合工会', joint: true, weight: 2, trade: 'mixed' },
    ],
  },
  {
    areaCode: '450803107',
    name: '瓦塘镇',
    unions: [
      {
        name: '贵港瓦塘微光电子有限公司工会',
        short: '微光电子工会',
        weight: 4,
        trade: 'factory',
        employers: [['贵港瓦塘微光电子有限公司', '制造业', 157]],
      },
      { name: '瓦塘镇联合工会', short: '瓦塘镇联合工会', joint: true, weight: 2, trade: 'mixed' },
    ],
  },
];
