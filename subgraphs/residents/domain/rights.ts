/** What a right lets one do, in the three languages of the interfaces. */
export interface RightTexts {
  readonly ZH_HANS: string;
  readonly ZH_HANT: string;
  readonly EN: string;
}

function says(ZH_HANS: string, ZH_HANT: string, EN: string): RightTexts {
  return { ZH_HANS, ZH_HANT, EN };
}

/**
 * Every right there is, at most 40, each with the sentence that says what it lets one do. A right
 * is a scope of the graph. Source: SECURITY.md, Roles; DESIGN.md §4.
 */
export const RIGHTS = {
  self: says(
    '查看和办理本人及被监护人的事项。',
    '查看和辦理本人及被監護人的事項。',
    'See and do what concerns oneself and one’s wards.',
  ),
  'code:verify': says('核验健康码。', '核驗健康碼。', 'Verify a health code.'),
  'code:read': says(
    '查看健康码、颜色及其理由。',
    '查看健康碼、顏色及其理由。',
    'See a code, its color and the reasons.',
  ),
  'code:issue': says('发放纸质健康码。', '發放紙本健康碼。', 'Issue a paper code.'),
  'code:withdraw': says('作废已发放的码。', '作廢已發放的碼。', 'Withdraw a code that was issued.'),
  'declaration:write': says('代当事人申报。', '代當事人申報。', 'Declare on behalf of a person.'),
  'declaration:review': says('审核申报。', '審核申報。', 'Review declarations.'),
  'trip:write': says(
    '代当事人填报行程。',
    '代當事人填報行程。',
    'Enter stays and trips on behalf of a person.',
  ),
  'travel:read': says('查看行程。', '查看行程。', 'See stays and trips.'),
  'health:read': says('查看健康记录。', '查看健康記錄。', 'See health records.'),
  'case:manage': says(
    '查看在管的人，管理隔离、密接告知与场所。',
    '查看在管的人，管理隔離、密接告知與場所。',
    'See who is isolated, detected or a contact; manage isolation, contact notices and venues.',
  ),
  'test:record': says('录入检测结果。', '錄入檢測結果。', 'Record test results.'),
  'registration:write': says(
    '在窗口为他人登记。',
    '在窗口為他人登記。',
    'Register a person at a desk.',
  ),
  'registration:review': says('审核登记。', '審核登記。', 'Review registrations.'),
  'resident:read': says(
    '查看登记（姓名证件均打码）。',
    '查看登記（姓名證件均遮蔽）。',
    'See registrations, names and documents masked.',
  ),
  'resident:search': says(
    '凭姓名和完整证件号查找登记。',
    '憑姓名和完整證件號查找登記。',
    'Find a registration by name and full document number.',
  ),
  'resident:reveal': says(
    '逐条说明理由后查看完整姓名、证件号或电话。',
    '逐條說明理由後查看完整姓名、證件號或電話。',
    'See a full name, document number or phone, one by one, with a reason.',
  ),
  'support:read': says(
    '查看码的状态和下一步，不含健康内容。',
    '查看碼的狀態和下一步，不含健康內容。',
    'See a code’s state and next steps, no health detail.',
  ),
  'account:read': says(
    '查看工作人员账号及其权限。',
    '查看工作人員帳號及其權限。',
    'See officials’ accounts and their rights.',
  ),
  'account:manage': says(
    '新增、更改、停用工作人员账号。',
    '新增、更改、停用工作人員帳號。',
    'Add, change and disable officials’ accounts.',
  ),
  'audit:read': says(
    '查阅并校验审计记录。',
    '查閱並校驗稽核記錄。',
    'Read and verify the audit log.',
  ),
  'approval:read': says(
    '查看等待第二人审批的提议。',
    '查看等待第二人審批的提議。',
    'See proposals that wait for a second person.',
  ),
  'key:withdraw': says(
    '提议或批准作废签名密钥。',
    '提議或批准作廢簽名金鑰。',
    'Propose or approve the withdrawal of a signing key.',
  ),
  'data:export': says(
    '提议或批准批量导出。',
    '提議或批准批次匯出。',
    'Propose or approve a bulk export.',
  ),
  'policy:propose': says('提议规则。', '提議規則。', 'Propose a policy.'),
  'policy:approve': says('批准规则。', '批准規則。', 'Approve a policy.'),
  'bulletin:import': says(
    '导入风险地区公报。',
    '匯入風險地區公報。',
    'Import a bulletin of risk areas.',
  ),
  'bulletin:approve': says(
    '批准被暂扣的风险地区公报。',
    '批准被暫扣的風險地區公報。',
    'Approve a bulletin that is held.',
  ),
  'statistics:read': says('查看统计数字。', '查看統計數字。', 'See statistics.'),
  'event:manage': says(
    '重试或放弃被搁置的事件。',
    '重試或放棄被擱置的事件。',
    'Retry or drop events that were set aside.',
  ),
  'agreement:manage': says(
    '提议或批准互认协议。',
    '提議或批准互認協議。',
    'Propose or approve a recognition agreement.',
  ),
  'appeal:decide': says('裁决申诉。', '裁決申訴。', 'Decide appeals.'),
} as const satisfies Readonly<Record<string, RightTexts>>;

/** One right. */
export type Right = keyof typeof RIGHTS;

/** Whether a text names a right. */
export function isRight(text: string): text is Right {
  return Object.hasOwn(RIGHTS, text);
}
