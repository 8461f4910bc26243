// Every list of values that a column may take, once: the tables, the rules, the inputs and the screens
// read it here. Nothing is imported, so that a pure rule and a browser may have it too.

export const organisationKinds = [
  'district_federation',
  'town_federation',
  'industry_federation',
  'grassroots_union',
  'joint_union',
  'online_home',
  'partner',
] as const;

/** Roles of domain.md §4.2, each held at an organisation *and below*. */
export const roleNames = [
  'union_admin',
  'town_admin',
  'organisation_officer',
  'women_officer',
  'economy_officer',
  'viewer',
  'system_admin',
  'hospital_desk',
] as const;

export const textSizes = ['standard', 'large', 'xlarge'] as const;

/** By what an account proved itself. */
export const assurances = ['sms', 'password', 'totp'] as const;

/** What a code by SMS is for. */
export const smsCodePurposes = [
  'sign_in',
  'counter',
  'booking',
  'guardian',
  'change_phone',
  'password',
] as const;

/** What a guardian is to the child. */
export const relations = ['father', 'mother', 'grandparent', 'other'] as const;

export const guardianStatuses = ['invited', 'confirmed', 'ended'] as const;

export const applicationStatuses = [
  'draft',
  'submitted',
  'in_review',
  'sent_back',
  'approved',
  'rejected',
  'withdrawn',
] as const;

export const decisionKinds = ['approved', 'rejected', 'sent_back', 'passed_on'] as const;

/** How a union was found: its QR, the employer, the town’s 网上会员之家 or the industry. */
export const applicationRoutes = ['qr', 'employer', 'town', 'industry'] as const;

/** 预备, 正式, 保留, 已离会. */
export const membershipStatuses = ['provisional', 'regular', 'retained', 'left'] as const;

/** What a member's 登记表 asks beside the 会籍; every one may stay empty (domain.md §1.2). */
export const recordFields = [
  'ethnicity',
  'education',
  'political',
  'skill',
  'work_state',
  'household_kind',
  'household_place',
  'native_place',
  'rural_worker',
  'platform',
  'service_area',
] as const;

/** Who gave an answer of the 登记表: the member, or the desk with the document seen. */
export const recordSources = ['self', 'desk'] as const;

/** 会籍变化: how it begins, 保留 and 恢复, how it ends; each maps onto one of the six national types. */
const beginnings = ['joined', 'confirmed', 'moved_in'] as const;
const endings = ['moved_out', 'resigned', 'lapsed', 'expelled'] as const;
export const membershipChangeTypes = [...beginnings, 'retained', 'restored', ...endings] as const;

/** The six national reasons, and what only we tell apart. */
export const membershipChangeReasons = [
  'labour_change',
  'laid_off',
  'unemployed',
  'bankrupt',
  'own_wish',
  'crime',
  'retired',
  'military',
  'back_at_work',
  'union_founded',
  'no_dues',
  'union_merged',
  'union_closed',
] as const;

/** 撤销 of a union, 合并 into another; where the unions below it go. */
export const closingWays = ['dissolved', 'merged'] as const;
export const childDestinations = ['parent', 'successor'] as const;

/** Found at joining, or what a member asks: another union (until 2026), other work, 退会, 保留, 恢复. */
export const requestKinds = ['joining', 'move', 'work', 'leave', 'retain', 'restore'] as const;

/** 转会: how it stands, its two sides, how each stands, why one refuses (a closed list), what stops it. */
export const transferStatuses = ['proposed', 'open', 'done', 'refused', 'withdrawn'] as const;
export const transferSideNames = ['out', 'in'] as const;
export const askedSides = ['waiting', 'stopped', 'appealed'] as const;
export const sideStatuses = [...askedSides, 'agreed', 'silent', 'refused', 'upheld'] as const;
export const transferRefusals = ['not_moved', 'not_ours', 'untrue'] as const;
export const transferStopKinds = ['election', 'case'] as const;

/** 自动退会, 除名. */
export const membershipCaseKinds = ['lapse', 'expel'] as const;
export const membershipCaseStatuses = ['open', 'carried_out', 'dropped'] as const;

export const applicationChannels = ['web', 'qr', 'counter'] as const;

export const offeringKinds = ['training', 'childcare', 'screening'] as const;

// biome-ignore format: one list a line
export const offeringStatuses = ['draft', 'published', 'open', 'closed', 'finished', 'cancelled'] as const;

/** 先到先得, 抽签, 按优先级, 单位统一报名 (domain.md §3). */
export const allocations = ['first_come', 'draw', 'priority', 'unit'] as const;

export const bookingStatuses = [
  'entered',
  'pending',
  'sent_back',
  'booked',
  'offered',
  'waitlisted',
  'lapsed',
  'not_drawn',
  'refused',
  'cancelled',
  'attended',
  'absent',
] as const;

/** Who made an offer of a place. */
export const offerSources = ['waitlist', 'draw', 'unit', 'officer'] as const;

/** How a question to move somebody, or to swap two, came out. */
export const moveRequestStatuses = ['asked', 'done', 'declined', 'lapsed', 'withdrawn'] as const;

export const drawStatuses = ['announced', 'frozen', 'seeded', 'drawn'] as const;

export const seedSources = ['lottery', 'house', 'witnesses'] as const;

export const claimStatuses = ['declared', 'verified', 'refused'] as const;

export const unitListStatuses = ['draft', 'submitted', 'undone'] as const;

export const unitRowOutcomes = [
  'offered',
  'waitlisted',
  'full',
  'invited',
  'ineligible',
  'duplicate',
  'not_in_unit',
  'invalid',
] as const;

export const checkInKinds = ['in', 'out', 'absent', 'excused', 'undone'] as const;

export const checkInWays = [
  'card',
  'booking_code',
  'search',
  'room_code',
  'poster',
  'roll',
] as const;

/** Why somebody was excused who did not come; of an illness nothing is asked (PIPL 6, 28). */
export const absenceCauses = ['asked', 'work', 'family', 'other'] as const;

export const excuseStatuses = ['waiting', 'accepted', 'refused', 'excused'] as const;

export const classRoles = ['lead', 'teacher', 'volunteer'] as const;

export const checklistItems = ['insurance', 'fire', 'food', 'pick_up', 'emergency'] as const;

/** Who fetched a child. */
export const fetchedBy = ['guardian', 'listed', 'code', 'stranger'] as const;

/** What of a child was looked at. */
export const childRecordParts = ['pick_up', 'health', 'photo', 'identity', 'export'] as const;

export const questionTypes = [
  'text',
  'paragraph',
  'choice',
  'choices',
  'number',
  'date',
  'phone',
  'file',
  'consent',
] as const;

export const answerFileKinds = ['jpeg', 'png', 'pdf'] as const;

/** What a file of an offering is for; a photo shows how it was. */
export const offeringFilePurposes = ['cover', 'attachment', 'photo'] as const;

export const offeringFileKinds = ['jpeg', 'pdf'] as const;

/** 去向 some months after a training: 就业、创业、未就业. */
export const followUpAnswers = ['employed', 'self_employed', 'unemployed'] as const;

export const ratedEntities = ['booking', 'application'] as const;

export const ratingTaskStatuses = ['open', 'answered', 'solved', 'withdrawn'] as const;

export const correctionStatuses = [
  'draft',
  'waiting',
  'corrected',
  'refused',
  'withdrawn',
] as const;

export const outboxStatuses = ['waiting', 'sent', 'failed', 'cancelled'] as const;

/** Whom of an offering a message goes to. */
export const announcementAudiences = [
  'joined',
  'unconfirmed',
  'waiting',
  'sent_back',
  'everyone',
] as const;

/** Whom a message may go to: people of an offering, or of a 人群. */
export const announcementTargets = [...announcementAudiences, 'segment'] as const;

export const announcementStatuses = ['draft', 'sent', 'withdrawn'] as const;

export const namedKinds = ['application', 'person', 'booking'] as const;

export type Allocation = (typeof allocations)[number];
export type Assurance = (typeof assurances)[number];
export type OfferSource = (typeof offerSources)[number];
export type TextSize = (typeof textSizes)[number];

/** Which room’s cases stand at the inbox; what is decided on many of them together, and how far it is. */
export const caseKinds = ['applications', 'bookings'] as const;
export const bulkDecisions = ['approve', 'send_back', 'refuse'] as const;
export const bulkStatuses = ['prepared', 'running', 'stopped', 'done'] as const;
export const bulkRowStates = ['waiting', 'done', 'left'] as const;
/** Decisions that a person reads a reason for. */
export const reasonedDecisions = ['send_back', 'refuse'] as const;

/** What a deadline is counted in: 日历日, 工作日, 月. */
export const clockUnits = ['day', 'workday', 'month'] as const;

/** What it means when nobody has answered by the due day: 视为同意, 逾期, 没有后果. */
export const silenceMeanings = ['consent', 'overdue', 'none'] as const;

/** How a deadline ended: it was met, its day came and silence was the answer, or what it was for was withdrawn. */
export const clockEnds = ['met', 'expired', 'withdrawn'] as const;

/** What changed the due day of a running deadline. */
export const clockEventTypes = ['paused', 'resumed', 'changed', 'extended', 'moved'] as const;

/** 企业台账 (domain.md §2.3): who named the employer; `cluster`: members of it gathered in a 网上会员之家. */
export const registerSources = [
  'market',
  'tax',
  'insurance',
  'assigned',
  'patrol',
  'worker',
  'cluster',
] as const;

/** 台账内, 台账外: written once and never changed. */
export const registerOrigins = ['listed', 'found'] as const;

/** 建会状态 (domain.md §2.3): `preparing` and `founded` are never typed, they follow 建会 and the tree. */
// biome-ignore format: one list a line
export const registerStatuses = ['untouched', 'surveyed', 'promoting', 'unfit', 'preparing', 'founded', 'ended'] as const;

/** What a head count was read from. */
export const headCountEvidence = ['insurance', 'tax', 'market', 'roster', 'visit'] as const;

/** Who was met at an employer, by what they do there. */
export const metRoles = ['head', 'personnel', 'workshop', 'reception', 'nobody'] as const;

/** How a visit came out for the employer: never what a worker thinks. */
// biome-ignore format: one list a line
export const visitResults = ['explained', 'material', 'consulting', 'agreed', 'postponed', 'not_met', 'gone'] as const;
export const clusterAnswers = ['taken', 'dismissed'] as const;

/** What is founded where (工会法 11): an own committee, a union of several employers, one organiser. */
export const foundingForms = ['own_committee', 'joint_union', 'organiser'] as const;

/** 建会, and what a union that was founded does later by steps of the same make. */
export const foundingKinds = [
  'founding',
  'reelection',
  'change',
  'dissolution',
  'reissue',
] as const;
export const affairKinds = ['reelection', 'change', 'dissolution', 'reissue'] as const;
/** What of a registered union may change. */
export const affairChanges = ['name', 'address', 'legal_person'] as const;

/** The scans behind the steps. */
// biome-ignore format: one list a line
export const foundingFileKinds = ['licence', 'request', 'approval', 'sign_in', 'ballots', 'minutes', 'certificate'] as const;

/** The steps of 建会 in their order (domain.md §2.2); `abandoned` ends one that comes to nothing. */
// biome-ignore format: one list a line
export const foundingSteps = ['lead', 'applied', 'approved', 'members', 'candidates', 'assembly', 'results', 'founded', 'registered', 'certified', 'abandoned'] as const;

/** What a candidate stands for: chair, vice chair and member make the committee. */
export const candidatePosts = ['chair', 'vice_chair', 'member', 'auditor', 'women'] as const;

/** What bars a candidate from the committee, or from being its chair (工会法 10; 企业工会主席产生办法). */
export const candidateTies = ['relative', 'management', 'partner', 'personnel', 'foreign'] as const;
export const importBooks = ['members', 'employers', 'unions'] as const;
// biome-ignore format: one list a line
export const importStatuses = ['uploaded', 'checking', 'ready', 'writing', 'written', 'taking_back', 'taken_back', 'cancelled'] as const;
// biome-ignore format: 新, 不变, 更新, 冲突, 错误, 表中两次, 库中有而表中无
export const importKinds = ['new', 'same', 'update', 'conflict', 'error', 'twice', 'absent'] as const;
// biome-ignore format: one list a line
export const importRowStates = ['reviewed', 'written', 'left', 'taken_back', 'stayed', 'failed'] as const;
export const importChoices = [
  'write',
  'skip',
  'use_book',
  'without_phone',
  'match',
  'separate',
] as const;

/** The bodies of a union that people are elected into: 委员会, 经费审查委员会, 女职工委员会. */
export const officeBodies = ['committee', 'audit', 'women'] as const;
export const officePosts = ['chair', 'vice_chair', 'member'] as const;
/** Why somebody is no longer in an office; the first is the rule, the others come before. */
// biome-ignore format: one list a line
export const officeEnds = ['term_over', 'resigned', 'removed', 'transferred', 'left_union', 'union_closed'] as const;
/** Why a certificate counts no longer. */
/** 延期换届: asked of the level above, answered on its paper. */
export const extensionStatuses = ['asked', 'granted', 'refused'] as const;

export const certificateEnds = ['lost', 'changed', 'renewed', 'deregistered'] as const;

/** Which records may be found twice. */
export const mergeKinds = ['person', 'employer'] as const;
/** What a column may name that a merge looks at. */
export const mergeKeyKinds = ['person', 'account', 'employer'] as const;
/** A pair of records that may be one: to be looked at, said to be two, or merged. */
export const pairStatuses = ['open', 'different', 'merged'] as const;
/** What a merge does with a row: it follows the record, or stays as history. */
export const mergeRules = ['move', 'stay'] as const;
