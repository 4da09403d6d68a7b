import type { Page } from 'playwright-core';
import { send, tokenOf } from '../../system/support/client.ts';
import { somebody } from '../../system/support/people.ts';
import { MY_PAGES } from './my-pages.ts';
import { REGION_PAGES } from './region-pages.ts';
import type { RunningTongma } from './running-tongma.ts';
import type { TongmaPage } from './tongma-page.ts';

const REVIEWER = 'reviewer-330100';
const CASE_OFFICER = 'case-officer-330100';
const DESK = 'desk-330100';
const VERIFIER = 'verifier-510000';
const ADMINISTRATOR = 'administrator-330000';
const AUDITOR = 'auditor-330000';
const POLICY_AUTHOR = 'policy-author-000000';
const AGREEMENT_OFFICER = 'agreement-officer-330000';
const LABORATORY = 'laboratory-330100';

/** A file of test results of which one row is not right. */
const TEST_FILE = [
  '证件类型,证件号码,采样时间,结果,检测机构,备注',
  '护照,E12345678,2022-11-24 08:15,阴性,甲检验所,晨检',
  '护照,E12345679,2022/11/24 8:20,阳性,甲检验所,',
].join('\n');

/** Address of the page of a resident of the demo. */
function residentPage(username: string) {
  return async ({ demo }: RunningTongma): Promise<string> => {
    const token = await tokenOf(username, demo);
    const { data } = await send(demo.gatewayUrl, token, '{ myResidents { id } }');
    const { myResidents } = data as { myResidents: readonly { id: string }[] };
    return `/console/residents/${myResidents[0]!.id}`;
  };
}

/** Adds a venue in Hangzhou, as its case officer does. */
async function addVenue({ demo }: RunningTongma, name: string): Promise<void> {
  const token = await tokenOf(CASE_OFFICER, demo);
  const query = 'mutation($input: AddVenueInput!) { addVenue(input: $input) { id } }';
  const input = { region: '330100', division: '330106', name };
  const { errors } = await send(demo.gatewayUrl, token, query, { input });
  if (errors) throw new Error(JSON.stringify(errors));
}

/** Has a code of the demo judged by its text. */
function judged(region: string, color: string) {
  return async (page: Page, { demo }: RunningTongma): Promise<void> => {
    const code = demo.codes.find((one) => one.region === region && one.color === color);
    await page.locator('textarea').fill(code!.text);
    await page.locator('textarea').press('Enter');
    await page.locator('#verdict-word').waitFor();
  };
}

/** Serves a new person at the desk, up to the slip for another region. */
async function offeredAtDesk(page: Page): Promise<void> {
  const { documentNumber, name } = somebody('330106');
  const agree = async () => {
    await page.locator('.desk-form .el-checkbox').click();
    await page.locator('.desk-form .el-radio').last().click();
    await page.keyboard.press('Control+Enter');
  };
  await page.locator('#desk-documentNumber').fill(documentNumber);
  await page.locator('#desk-name').fill(name);
  await agree();
  await page.locator('.desk-who .button').click();
  await page.locator('.desk-form .el-radio.is-checked').waitFor();
  await agree();
  await page.locator('.offer-slip').waitFor();
}

/** Turns to another view of a page by its switch in the head. */
function view(index: number) {
  return (page: Page) => page.locator('.page-head .segments button').nth(index).click();
}

/** Every page, once for each state that looks unlike the others. */
export const PAGES: readonly TongmaPage[] = [
  { name: 'door', path: '/', account: null },
  { name: 'sign-in', path: '/sign-in?to=/console/', account: null },
  { name: 'console-door', path: '/console/', account: null },
  { name: 'console-recognize', path: '/console/recognize', account: VERIFIER },
  {
    ...{ name: 'console-recognized', path: '/console/recognize', account: VERIFIER },
    prepare: judged('330000', 'GREEN'),
  },
  {
    ...{ name: 'console-recognized-yellow', path: '/console/recognize', account: VERIFIER },
    prepare: judged('510000', 'YELLOW'),
  },
  {
    ...{ name: 'console-cross-check', path: '/console/recognize', account: 'verifier-330000' },
    prepare: judged('510000', 'YELLOW'),
  },
  {
    ...{ name: 'console-not-recognized', path: '/console/recognize', account: 'verifier-510100' },
    prepare: judged('330100', 'GREEN'),
  },
  { name: 'console-declarations', path: '/console/declarations', account: REVIEWER },
  { name: 'console-registrations', path: '/console/registrations', account: REVIEWER },
  { name: 'console-renewals', path: '/console/renewals', account: REVIEWER },
  { name: 'console-cases', path: '/console/cases', account: CASE_OFFICER },
  {
    ...{ name: 'console-cases-none', path: '/console/cases', account: CASE_OFFICER },
    async prepare(page) {
      await page.locator('.filters select').selectOption('CONTACT');
      await page.locator('.filters .segments button').nth(1).click();
      await page.locator('.panel-empty').waitFor();
    },
  },
  { name: 'console-venues', path: '/console/venues', account: CASE_OFFICER },
  {
    ...{ name: 'console-venue', path: '/console/venues', account: CASE_OFFICER },
    async prepare(page, tongma) {
      const name = `样例市场 ${Date.now() % 10_000}`;
      await addVenue(tongma, name);
      await page.reload();
      await page.getByRole('button', { name, exact: true }).click();
      await page.locator('.split > .opened section .button').first().click();
      await page.locator('.venue-code img').waitFor();
    },
  },
  { name: 'console-residents', path: '/console/residents', account: CASE_OFFICER },
  { name: 'console-resident', path: residentPage('resident-yellow'), account: CASE_OFFICER },
  { name: 'console-desk', path: '/console/desk', account: DESK },
  {
    ...{ name: 'console-desk-import', path: '/console/desk', account: DESK },
    prepare: (page) => page.locator('.desk section p > .button').click(),
  },
  {
    ...{ name: 'console-desk-offer', path: '/console/desk', account: DESK },
    prepare: offeredAtDesk,
  },
  {
    ...{ name: 'console-reveal', path: residentPage('resident-yellow'), account: CASE_OFFICER },
    prepare: (page) => page.locator('.page-head .action button').click(),
  },
  {
    ...{ name: 'console-resident-open', path: residentPage('resident-red'), account: CASE_OFFICER },
    async prepare(page) {
      const lock = page.locator('.record-lock textarea');
      await page.locator('.record-lock, .open-record').waitFor();
      // It stays open for half an hour.
      if ((await lock.count()) === 0) return;
      await lock.fill('核对隔离令的期限');
      await page.locator('.record-lock button').click();
      await page.locator('.open-record').waitFor();
    },
  },
  {
    name: 'console-resident-masked',
    path: residentPage('resident-red'),
    account: 'privacy-officer-330000',
  },
  {
    ...{ name: 'console-accounts', path: '/console/accounts', account: ADMINISTRATOR },
    async prepare(page) {
      await page.locator('.split .name button', { hasText: '沈样窗' }).first().click();
      await page.locator('.rights').waitFor();
    },
  },
  {
    ...{ name: 'console-account-new', path: '/console/accounts', account: ADMINISTRATOR },
    prepare: (page) => page.locator('.filters > .button').click(),
  },
  {
    ...{ name: 'console-agencies', path: '/console/accounts', account: ADMINISTRATOR },
    prepare: view(1),
  },
  {
    ...{ name: 'console-rights', path: '/console/accounts', account: AUDITOR },
    prepare: view(2),
  },
  { name: 'console-tests', path: '/console/tests', account: LABORATORY },
  {
    ...{ name: 'console-tests-preview', path: '/console/tests', account: LABORATORY },
    async prepare(page) {
      const file = { name: 'results.csv', mimeType: 'text/csv', buffer: Buffer.from(TEST_FILE) };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.locator('.send-panel').waitFor();
    },
  },
  { name: 'console-risk-areas', path: '/console/risk-areas', account: POLICY_AUTHOR },
  {
    ...{ name: 'console-risk-import', path: '/console/risk-areas', account: POLICY_AUTHOR },
    prepare: (page) => page.locator('.page-head .action button').click(),
  },
  {
    ...{ name: 'console-areas', path: '/console/risk-areas', account: REVIEWER },
    prepare: view(1),
  },
  { name: 'console-policies', path: '/console/policies', account: 'policy-author-330000' },
  {
    ...{ name: 'console-policy-new', path: '/console/policies' },
    account: 'policy-author-330000',
    async prepare(page) {
      await page.locator('.page-head .action button').click();
      await page.locator('.propose-policy select').selectOption({ index: 2 });
      const days = page.locator('.rule-edit input[type=number]').first();
      await days.fill('6');
      await days.blur();
      await page.locator('.rule-texts').first().waitFor();
    },
  },
  {
    ...{ name: 'console-agreements', path: '/console/agreements', account: AGREEMENT_OFFICER },
    // On a phone there is no picture, but the list.
    prepare: (page) =>
      page
        .locator('.who-accepts td:not(.none, .self) button, .agreement-list tbody button')
        .locator('visible=true')
        .first()
        .click(),
  },
  {
    ...{ name: 'console-agreement-new', path: '/console/agreements', account: AGREEMENT_OFFICER },
    async prepare(page) {
      await page.locator('.page-head .action button').click();
      await page.locator('.propose-agreement select').first().selectOption('510000');
      await page.locator('.agreement-trial tbody tr').first().waitFor();
    },
  },
  { name: 'console-statistics', path: '/console/statistics', account: REVIEWER },
  { name: 'console-set-aside', path: '/console/set-aside', account: ADMINISTRATOR },
  { name: 'console-approvals', path: '/console/approvals', account: 'privacy-officer-330000' },
  {
    ...{ name: 'console-signing-keys', path: '/console/approvals' },
    account: 'agreement-officer-330000',
    prepare: view(1),
  },
  { name: 'console-audit', path: '/console/audit', account: AUDITOR },
  {
    ...{ name: 'console-audit-verified', path: '/console/audit', account: AUDITOR },
    async prepare(page) {
      await page.locator('.verify .button').click();
      await page.locator('.verify .note').waitFor();
    },
  },
  { name: 'console-not-found', path: '/console/no-such-page', account: REVIEWER },
  { name: 'console-refused', path: '/console/desk', account: VERIFIER },
  ...REGION_PAGES,
  ...MY_PAGES,
];
