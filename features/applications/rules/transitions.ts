/**
 * The life of an application (domain.md §1.4). The worker submits, withdraws and corrects; opening
 * it begins the review; only a reviewed one is decided. A draft is withdrawn when it is given up.
 */
export const applicationTransitions = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['in_review', 'withdrawn'],
  in_review: ['sent_back', 'approved', 'rejected'],
  sent_back: ['submitted'],
  approved: [],
  rejected: [],
  withdrawn: [],
} as const;

export type ApplicationStatus = keyof typeof applicationTransitions;

/** The officer's undo within its seconds, before the worker has been told: back on the desk. */
export const undoTransitions = {
  sent_back: 'in_review',
  approved: 'in_review',
  rejected: 'in_review',
} as const satisfies Partial<Record<ApplicationStatus, ApplicationStatus>>;

/**
 * Whether an application may go from one status to the other. Source: domain.md §6.1.
 */
export const canMove = (from: ApplicationStatus, to: ApplicationStatus): boolean =>
  (applicationTransitions[from] as readonly ApplicationStatus[]).includes(to);

/** One open application per person; the partial unique index names the same four. */
export const openApplicationStatuses = ['draft', 'submitted', 'in_review', 'sent_back'] as const;

/**
 * Whether an application still stands in the way of a new one. Source: domain.md §1.4.
 */
export const isOpen = (status: ApplicationStatus): boolean =>
  (openApplicationStatuses as readonly ApplicationStatus[]).includes(status);

/**
 * The worker may change answers: before submitting, and when asked to. Source: domain.md §1.4.
 */
export const isEditable = (status: ApplicationStatus): boolean =>
  status === 'draft' || status === 'sent_back';

/**
 * Until an officer first opens it (Hainan's 待查看); a corrected one has been opened already.
 * Source: domain.md §1.4.
 */
export const isWithdrawable = (application: {
  status: ApplicationStatus;
  openedAt: Date | null;
}): boolean => application.status === 'submitted' && application.openedAt === null;

/** One list of words for tags, filters and messages. */
export const statusLabels = {
  draft: '草稿',
  submitted: '已提交',
  in_review: '审核中',
  sent_back: '需补正',
  approved: '已通过',
  rejected: '未通过',
  withdrawn: '已撤回',
} as const satisfies Record<ApplicationStatus, string>;
