import type {
  allocations,
  bookingStatuses,
  offeringKinds,
  offeringStatuses,
} from '@/db/schema/enums';
import { invented } from '../federation';

const { story } = invented;

export type BookingCounts = Partial<Record<(typeof bookingStatuses)[number], number>>;

export interface SessionData {
  title: string;
  /** Days from today, or from the first day of the term. */
  on: number;
  from: string;
  to: string;
  /** A course of so many days, meeting on these weekdays (0 Sunday … 6 Saturday). */
  days?: number;
  weekdays?: readonly number[];
  place: string;
  capacity: number;
  bookings?: BookingCounts;
}

export interface OfferingData {
  kind: (typeof offeringKinds)[number];
  status: (typeof offeringStatuses)[number];
  title: string;
  summary: string;
  description: string;
  /** Name of the organising union. */
  at: string;
  /** Booking window in days from today. */
  window?: readonly [number, number];
  /** A 托管班: which term, counted from today; the title and term follow from it. */
  term?: 'last' | 'next' | 'after';
  rules?: Record<string, unknown>;
  details?: Record<string, unknown>;
  needsApproval?: boolean;
  /** 先到先得 unless it says otherwise. */
  allocation?: (typeof allocations)[number];
  subtree?: boolean;
  cancelledReason?: string;
  sessions: readonly SessionData[];
}

const district = invented.root;
const office = story.office;
const evenings = { from: '19:30', to: '21:30' };
const allDay = { from: '9:00', to: '17:00' };

const trainings: readonly OfferingData[] = [
  {
    kind: 'training',
    status: 'published',
    title: '有限空间作业安全培训（单位统一报名）',
    summary: '一天，讲通风、检测和救援，发结业证。由工会统一报名。',
    description: '上午讲规程，下午在实训场演练下井救援。名单由所在工会提交，本人确认后生效。',
    at: district,
    allocation: 'unit',
    window: [-5, 12],
    details: {
      occupation: '环卫、物业、维修',
      hours: 7,
      teacher: `${invented.level}应急救援队`,
      bring: '身份证',
    },
    sessions: [
      {
        title: '第一期',
        on: 18,
        ...allDay,
        place: `${invented.level}职工服务中心一楼`,
        capacity: 12,
      },
      {
        title: '第二期',
        on: 25,
        ...allDay,
        place: `${invented.level}职工服务中心一楼`,
        capacity: 30,
      },
    ],
  },
  {
    kind: 'training',
    status: 'published',
    title: '骑手安全课：雨天怎么骑',
    summary: '一个晚上，讲雨天刹车、电池和报险，现场练急停。',
    description: '交警和老骑手一起讲。第一小时讲常见事故，第二小时在停车场练急停和绕桩。带头盔。',
    at: `${story.town}总工会`,
    window: [-10, 3],
    rules: { newFormOnly: true },
    details: {
      occupation: '外卖配送员、快递员',
      hours: 2,
      teacher: `${invented.level}交警大队`,
      bring: '头盔和电动车',
    },
    sessions: [
      {
        title: '第一场',
        on: 4,
        ...evenings,
        place: story.station,
        capacity: 30,
        bookings: { booked: 23 },
      },
      {
        title: '第二场',
        on: 11,
        ...evenings,
        place: story.station,
        capacity: 30,
        bookings: { booked: 8 },
      },
    ],
  },
  {
    kind: 'training',
    status: 'published',
    title: '电工（五级）培训班',
    summary: '六周晚班，结业参加技能等级考试。',
    description: `每周二、四晚上上课，共 36 学时。出勤满八成可以参加五级电工考试，考试费由${invented.level}总工会承担。`,
    at: district,
    window: [-7, 9],
    needsApproval: true,
    rules: { ageMin: 18, ageMax: 55, repeatMonths: 24 },
    details: { occupation: '电工', hours: 36, organiser: story.skillSchool, certificate: 'skill' },
    sessions: [
      {
        title: '周二、周四晚班',
        on: 14,
        days: 42,
        weekdays: [2, 4],
        ...evenings,
        place: `${office}二楼实训室`,
        capacity: 40,
        bookings: { booked: 17, pending: 9, sent_back: 2, refused: 1 },
      },
      {
        title: '周末班',
        on: 18,
        days: 44,
        weekdays: [6],
        from: '9:00',
        to: '16:00',
        place: `${office}二楼实训室`,
        capacity: 30,
        bookings: { booked: 6, pending: 4 },
      },
    ],
  },
  {
    kind: 'training',
    status: 'published',
    title: '母婴护理（月嫂）培训班',
    summary: '七天全日班，结业发培训证书。',
    description: '新生儿护理、产妇餐、急救三个模块，含一天医院见习。',
    at: '家政行业工会联合会',
    window: [-14, 6],
    details: {
      occupation: '家政服务员',
      hours: 56,
      certificate: 'completion',
      feeNote: '材料费自理约 80 元',
    },
    sessions: [
      {
        title: '第一期',
        on: 8,
        days: 7,
        weekdays: [0, 1, 2, 3, 4, 5, 6],
        ...allDay,
        place: '家政行业工会培训室',
        capacity: 20,
        bookings: { booked: 20, waitlisted: 5 },
      },
      {
        title: '第二期',
        on: 29,
        days: 7,
        weekdays: [0, 1, 2, 3, 4, 5, 6],
        ...allDay,
        place: '家政行业工会培训室',
        capacity: 20,
        bookings: { booked: 6 },
      },
    ],
  },
  {
    kind: 'training',
    status: 'published',
    title: '电商直播入门',
    summary: '四个晚上，从开号到第一场直播。',
    description: '适合想兼职卖货的会员。带一部智能手机就能学。',
    at: district,
    window: [-12, 4],
    details: { occupation: '互联网营销师', hours: 8, bring: '智能手机和充电器' },
    sessions: [
      {
        title: '十二月班',
        on: 6,
        days: 10,
        weekdays: [1, 3],
        ...evenings,
        place: `${office}三楼电教室`,
        capacity: 24,
        bookings: { booked: 24, waitlisted: 3 },
      },
    ],
  },
  {
    kind: 'training',
    status: 'published',
    title: '叉车司机取证培训',
    summary: '理论三天、实操五天，通过考试取特种设备作业证。',
    description: '报名后到医院做一次体检，体检表开班当天交。',
    at: `${story.dockTown}总工会`,
    window: [3, 17],
    rules: { ageMin: 18, ageMax: 58 },
    details: { occupation: '叉车司机', hours: 64, certificate: 'special', feeFen: 20000 },
    sessions: [
      {
        title: '第三期',
        on: 30,
        days: 12,
        weekdays: [1, 2, 3, 4, 5],
        ...allDay,
        place: story.dock,
        capacity: 25,
      },
    ],
  },
  {
    kind: 'training',
    status: 'published',
    title: `${story.goods}质检员培训`,
    summary: `${story.millTown}各厂会员，两个周六。`,
    description: '国家标准解读和含绒量、清洁度的检验方法。',
    at: `${story.millTown}总工会`,
    window: [-5, 8],
    subtree: true,
    details: { occupation: '质检员', hours: 12, certificate: 'completion' },
    sessions: [
      {
        title: '十二月班',
        on: 12,
        days: 8,
        weekdays: [6],
        ...allDay,
        place: `${story.millTown}职工之家`,
        capacity: 35,
        bookings: { booked: 12 },
      },
    ],
  },
  {
    kind: 'training',
    status: 'published',
    title: '急救员培训（AED）',
    summary: '一天学会心肺复苏和除颤仪。',
    description: '红十字会老师授课，一人一个模型，当天考核。',
    at: district,
    window: [-25, -1],
    details: { hours: 8, teacher: `${invented.level}红十字会`, certificate: 'qualification' },
    sessions: [
      {
        title: '第五期',
        on: 3,
        ...allDay,
        place: `${office}一楼大厅`,
        capacity: 40,
        bookings: { booked: 37, cancelled: 4 },
      },
    ],
  },
  {
    kind: 'training',
    status: 'published',
    title: '工会法律课堂：工资和加班怎么算',
    summary: '一个晚上，律师现场答问。',
    description: '讲劳动合同、工资条、加班费和欠薪投诉，后半场一对一答问。',
    at: district,
    window: [-6, 15],
    rules: { membersOnly: false },
    details: { hours: 2, teacher: '工会法律援助律师' },
    sessions: [
      {
        title: `${story.townShort}场`,
        on: 9,
        ...evenings,
        place: `${office}一楼大厅`,
        capacity: 120,
        bookings: { booked: 34 },
      },
      {
        title: `${story.millTownShort}场`,
        on: 16,
        ...evenings,
        place: `${story.millTown}文化站`,
        capacity: 80,
        bookings: { booked: 15 },
      },
    ],
  },
  {
    kind: 'training',
    status: 'finished',
    title: '货车司机安全驾驶与车辆保养',
    summary: '一天，含轮胎和制动检查。',
    description: '讲山区道路驾驶、疲劳驾驶和车辆日检。',
    at: '货运行业工会联合会',
    window: [-50, -32],
    details: { occupation: '货车司机', hours: 8 },
    sessions: [
      {
        title: '第一场',
        on: -30,
        ...allDay,
        place: story.logistics,
        capacity: 45,
        bookings: { attended: 36, absent: 4, cancelled: 3 },
      },
    ],
  },
  {
    kind: 'training',
    status: 'finished',
    title: '中式面点培训班',
    summary: '十个晚上，学会二十样点心。',
    description: '结业发培训证书，优秀学员推荐到餐饮企业。',
    at: district,
    window: [-80, -65],
    details: {
      occupation: '中式面点师',
      hours: 30,
      certificate: 'completion',
      followUps: true,
    },
    sessions: [
      {
        title: '秋季班',
        on: -60,
        days: 24,
        weekdays: [1, 3, 5],
        ...evenings,
        place: story.skillSchool,
        capacity: 30,
        bookings: { attended: 25, absent: 2 },
      },
    ],
  },
  {
    kind: 'training',
    status: 'draft',
    title: '养老护理员培训',
    summary: '十天全日班。',
    description: '',
    at: '家政行业工会联合会',
    details: { occupation: '养老护理员', hours: 80 },
    sessions: [
      {
        title: '第一期',
        on: 45,
        days: 10,
        weekdays: [1, 2, 3, 4, 5],
        ...allDay,
        place: '待定',
        capacity: 30,
      },
    ],
  },
  {
    kind: 'training',
    status: 'cancelled',
    title: '无人机操控体验课',
    summary: '一个下午。',
    description: '认识机型、航线和法规，现场试飞。',
    at: `${story.town}总工会`,
    window: [-20, -4],
    cancelledReason: '场地临时不能用，改期另行通知',
    sessions: [
      {
        title: '体验场',
        on: -2,
        from: '14:00',
        to: '17:00',
        place: story.square,
        capacity: 20,
        bookings: { cancelled: 9 },
      },
    ],
  },
];

const care = { weekdays: [1, 2, 3, 4, 5], from: '8:30', to: '17:30', days: 12 } as const;

const childcare: readonly OfferingData[] = [
  {
    kind: 'childcare',
    status: 'published',
    title: `{term}职工子女托管班（${story.town}）`,
    summary: '工作日全天看护，含午餐，作业辅导和手工。',
    description: '两名教师加一名志愿者带班。家长每天 8:30 前送到，17:30 前接走。',
    at: `${story.town}总工会`,
    term: 'next',
    window: [-8, 20],
    needsApproval: true,
    rules: { gradeMin: 2, gradeMax: 6 },
    details: {
      meals: '午餐和点心',
      staff: '2 名教师、1 名志愿者',
      feeFen: 30000,
      feeNote: '伙食费',
    },
    sessions: [
      {
        title: '一班',
        on: 0,
        ...care,
        place: `${story.town}职工之家`,
        capacity: 30,
        bookings: { booked: 12, pending: 7, sent_back: 1 },
      },
      {
        title: '二班',
        on: 0,
        ...care,
        place: `${story.town}职工之家`,
        capacity: 30,
        bookings: { booked: 9, pending: 3 },
      },
    ],
  },
  {
    kind: 'childcare',
    status: 'published',
    title: `{term}职工子女托管班（${story.millTown}）`,
    summary: '厂区旁边，早送晚接。',
    description: `设在${story.millTown}，离各${story.mills}近。报名即得，满了可以候补。`,
    at: `${story.millTown}总工会`,
    term: 'next',
    window: [-6, 18],
    rules: { gradeMin: 2, gradeMax: 6 },
    details: { meals: '午餐', staff: '2 名教师' },
    sessions: [
      {
        title: `${story.millTownShort}一班`,
        on: 0,
        ...care,
        place: `${story.millTown}文化站`,
        capacity: 16,
        bookings: { booked: 16, waitlisted: 4 },
      },
      {
        title: `${story.millTownShort}二班`,
        on: 0,
        ...care,
        place: `${story.millTown}职工之家`,
        capacity: 16,
        bookings: { booked: 5 },
      },
    ],
  },
  {
    kind: 'childcare',
    status: 'published',
    title: `{term}职工子女托管班（${story.school}点）`,
    summary: `${invented.level}总工会办班，名额已报满。`,
    description: `由${invented.level}教育工会承办，在${story.school}校内。`,
    at: district,
    term: 'next',
    window: [-20, -2],
    needsApproval: true,
    rules: { gradeMin: 2, gradeMax: 6 },
    details: { meals: '午餐和点心', staff: '3 名教师' },
    sessions: [
      {
        title: `${story.schoolShort}班`,
        on: 0,
        ...care,
        place: story.school,
        capacity: 24,
        bookings: { booked: 24 },
      },
    ],
  },
  {
    kind: 'childcare',
    status: 'published',
    title: '{term}职工子女托管班（预告）',
    summary: '报名时间到了会在这里开放。',
    description: '',
    at: district,
    term: 'after',
    window: [60, 90],
    needsApproval: true,
    rules: { gradeMin: 2, gradeMax: 6 },
    details: { meals: '午餐和点心' },
    sessions: [{ title: '一期', on: 0, ...care, place: story.office, capacity: 60 }],
  },
  {
    kind: 'childcare',
    status: 'finished',
    title: `{term}职工子女托管班（${story.town}）`,
    summary: '已结束。',
    description: '',
    at: `${story.town}总工会`,
    term: 'last',
    window: [-200, -150],
    rules: { gradeMin: 2, gradeMax: 6 },
    details: { meals: '午餐' },
    sessions: [
      {
        title: '一期',
        on: 0,
        ...care,
        place: `${story.town}职工之家`,
        capacity: 30,
        bookings: { attended: 22, absent: 1 },
      },
    ],
  },
  {
    kind: 'childcare',
    status: 'draft',
    title: `{term}职工子女托管班（${story.draftTown}）`,
    summary: '',
    description: '',
    at: `${story.draftTown}总工会`,
    term: 'after',
    rules: { gradeMin: 2, gradeMax: 6 },
    sessions: [{ title: '一期', on: 0, ...care, place: '待定', capacity: 25 }],
  },
];

const check = {
  rules: {
    sex: 'female',
    ageMin: 35,
    ageMax: 64,
    repeatMonths: 36,
    repeatOf: 'kind',
    recheckReturns: true,
  },
  details: {
    items: ['宫颈检查', '乳腺检查'],
    notesBefore: ['带身份证', '检查前一天不同房、不用药', '避开经期', '穿方便更换的上衣'],
    hospitalPhone: `${invented.phoneArea}-4321200`,
  },
} as const;
const morning = { from: '8:30', to: '11:30' };
const afternoon = { from: '14:30', to: '17:00' };
const clinic = story.clinic;
const townClinic = story.townClinic;

const screenings: readonly OfferingData[] = [
  {
    kind: 'screening',
    status: 'published',
    title: '女职工两癌筛查',
    summary: '免费。选医院和半天，结果由医院告诉您本人。',
    description: '每三年一次。报名只选时间，工会不看、不存检查结果。',
    at: district,
    window: [-9, 23],
    ...check,
    sessions: [
      {
        title: `${story.clinicShort} 上午`,
        on: 5,
        ...morning,
        place: clinic,
        capacity: 20,
        bookings: { booked: 20, waitlisted: 2 },
      },
      {
        title: `${story.clinicShort} 下午`,
        on: 5,
        ...afternoon,
        place: clinic,
        capacity: 20,
        bookings: { booked: 11 },
      },
      {
        title: `${story.clinicShort} 上午`,
        on: 10,
        ...morning,
        place: clinic,
        capacity: 20,
        bookings: { booked: 7 },
      },
      {
        title: `${story.millTownShort} 上午`,
        on: 13,
        ...morning,
        place: townClinic,
        capacity: 16,
        bookings: { booked: 9 },
      },
      {
        title: `${story.millTownShort} 下午`,
        on: 13,
        ...afternoon,
        place: townClinic,
        capacity: 16,
        bookings: { booked: 2 },
      },
      { title: `${story.clinicShort} 上午`, on: 24, ...morning, place: clinic, capacity: 20 },
    ],
  },
  {
    kind: 'screening',
    status: 'published',
    title: '女职工两癌筛查（新就业形态专场）',
    summary: '晚间和周末，不耽误接单。',
    description: '给快递、外卖、家政等新就业形态女会员。',
    at: district,
    window: [-3, 12],
    rules: { ...check.rules, newFormOnly: true },
    details: check.details,
    sessions: [
      {
        title: '周末 上午',
        on: 17,
        ...morning,
        place: clinic,
        capacity: 15,
        bookings: { booked: 4 },
      },
    ],
  },
  {
    kind: 'screening',
    status: 'finished',
    title: '女职工两癌筛查（上一轮）',
    summary: '已结束。',
    description: '',
    at: district,
    window: [-130, -100],
    ...check,
    sessions: [
      {
        title: `${story.clinicShort} 上午`,
        on: -95,
        ...morning,
        place: clinic,
        capacity: 20,
        bookings: { attended: 17, absent: 2 },
      },
      {
        title: `${story.clinicShort} 下午`,
        on: -95,
        ...afternoon,
        place: clinic,
        capacity: 20,
        bookings: { attended: 14, absent: 1 },
      },
    ],
  },
  {
    kind: 'screening',
    status: 'published',
    title: '女职工两癌筛查（明年第一轮）',
    summary: '报名时间到了会在这里开放。',
    description: '',
    at: district,
    window: [35, 60],
    ...check,
    sessions: [
      { title: `${story.clinicShort} 上午`, on: 75, ...morning, place: clinic, capacity: 20 },
      { title: `${story.clinicShort} 下午`, on: 75, ...afternoon, place: clinic, capacity: 20 },
    ],
  },
  {
    kind: 'screening',
    status: 'draft',
    title: `女职工两癌筛查（${story.farTowns}）`,
    summary: '',
    description: '',
    at: district,
    ...check,
    sessions: [
      { title: `${story.farShort} 上午`, on: 50, ...morning, place: story.farClinic, capacity: 16 },
    ],
  },
  {
    kind: 'screening',
    status: 'published',
    title: `女职工两癌筛查（${story.clinicShort}专场）`,
    summary: '已约满，按约好的半天到医院。',
    description: '',
    at: district,
    window: [-25, -3],
    ...check,
    sessions: [
      {
        title: `${story.clinicShort} 上午`,
        on: 0,
        ...morning,
        place: clinic,
        capacity: 8,
        bookings: { booked: 8 },
      },
      {
        title: `${story.clinicShort} 下午`,
        on: 0,
        ...afternoon,
        place: clinic,
        capacity: 6,
        bookings: { booked: 6 },
      },
    ],
  },
];

export const offeringData: readonly OfferingData[] = [...trainings, ...childcare, ...screenings];
