import {
  createRouter,
  createWebHistory,
  type RouteMeta,
  type Router,
  type RouteRecordRaw,
} from 'vue-router';
import type { IconName } from './components/icons.ts';
import type { ViewerHolder } from './viewer.ts';

/** Groups of the navigation, in their order. */
export type NavigationGroup = 'queues' | 'people' | 'rules' | 'verification' | 'governance';

declare module 'vue-router' {
  interface RouteMeta {
    /** Right that the page needs, or rights of which one is enough; the server decides again. */
    scope?: string | readonly string[];
    /** Place in the navigation; pages without one are reached from others. */
    group?: NavigationGroup;
    icon?: IconName;
    /** Second key after `G`. */
    go?: string;
    /** What people are looked at for on this page, before the other purposes one has. */
    purpose?: string;
  }
}

/** The map of the console: its pages, the right each needs, its place in the navigation. */
export const ROUTES: RouteRecordRaw[] = [
  {
    path: '/declarations',
    name: 'declarations',
    component: () => import('./pages/review/DeclarationsPage.vue'),
    meta: { scope: 'declaration:review', group: 'queues', icon: 'inbox', go: 'q' },
  },
  {
    path: '/registrations',
    name: 'registrations',
    component: () => import('./pages/review/RegistrationsPage.vue'),
    meta: { scope: 'registration:review', group: 'queues', icon: 'paper', go: 'e' },
  },
  {
    path: '/renewals',
    name: 'renewals',
    component: () => import('./pages/review/RenewalsPage.vue'),
    meta: { scope: 'registration:review', group: 'queues', icon: 'people', go: 'm' },
  },
  {
    path: '/cases',
    name: 'cases',
    component: () => import('./pages/cases/CasesPage.vue'),
    meta: {
      ...{ scope: 'case:manage', group: 'queues', icon: 'lock', go: 'i' },
      purpose: 'CASE_WORK',
    },
  },
  {
    path: '/desk',
    name: 'desk',
    component: () => import('./pages/desk/DeskPage.vue'),
    meta: {
      ...{ scope: 'registration:write', group: 'people', icon: 'desk', go: 'd' },
      purpose: 'SUPPORT',
    },
  },
  {
    path: '/residents',
    name: 'residents',
    component: () => import('./pages/residents/ResidentSearchPage.vue'),
    meta: { scope: 'resident:search', group: 'people', icon: 'person', go: 'r' },
  },
  {
    path: '/residents/:id',
    name: 'resident',
    component: () => import('./pages/residents/ResidentPage.vue'),
    meta: { scope: 'resident:read' },
    props: true,
  },
  {
    path: '/venues',
    name: 'venues',
    component: () => import('./pages/venues/VenuesPage.vue'),
    meta: {
      ...{ scope: 'case:manage', group: 'people', icon: 'house', go: 'n' },
      purpose: 'CASE_WORK',
    },
  },
  {
    path: '/tests',
    name: 'tests',
    component: () => import('./pages/tests/TestUploadPage.vue'),
    meta: { scope: 'test:record', group: 'people', icon: 'flask', go: 't' },
  },
  {
    path: '/policies',
    name: 'policies',
    component: () => import('./pages/policies/PoliciesPage.vue'),
    meta: { scope: 'statistics:read', group: 'rules', icon: 'rules', go: 'p' },
  },
  {
    path: '/agreements',
    name: 'agreements',
    component: () => import('./pages/agreements/AgreementsPage.vue'),
    meta: { scope: 'agreement:manage', group: 'rules', icon: 'link', go: 'a' },
  },
  {
    path: '/region',
    name: 'region',
    component: () => import('./pages/region/RegionPage.vue'),
    meta: {
      ...{ scope: ['account:manage', 'agreement:manage'], group: 'rules', icon: 'globe', go: 'l' },
    },
  },
  {
    path: '/risk-areas',
    name: 'risk-areas',
    component: () => import('./pages/risk-areas/RiskAreasPage.vue'),
    meta: { scope: 'statistics:read', group: 'rules', icon: 'area', go: 'b' },
  },
  {
    path: '/recognize',
    name: 'recognize',
    component: () => import('./pages/recognize/RecognizePage.vue'),
    meta: { scope: 'code:verify', group: 'verification', icon: 'scan', go: 'v' },
  },
  {
    path: '/statistics',
    name: 'statistics',
    component: () => import('./pages/statistics/StatisticsPage.vue'),
    meta: { scope: 'statistics:read', group: 'governance', icon: 'chart', go: 'o' },
  },
  {
    path: '/approvals',
    name: 'approvals',
    component: () => import('./pages/approvals/ApprovalsPage.vue'),
    meta: { scope: 'approval:read', group: 'governance', icon: 'people', go: 's' },
  },
  {
    path: '/accounts',
    name: 'accounts',
    component: () => import('./pages/accounts/AccountsPage.vue'),
    meta: { scope: 'account:read', group: 'governance', icon: 'key', go: 'c' },
  },
  {
    path: '/set-aside',
    name: 'set-aside',
    component: () => import('./pages/set-aside/SetAsidePage.vue'),
    meta: { scope: 'event:manage', group: 'governance', icon: 'pause', go: 'w' },
  },
  {
    path: '/audit',
    name: 'audit',
    component: () => import('./pages/audit/AuditPage.vue'),
    meta: { scope: 'audit:read', group: 'governance', icon: 'shield', go: 'u' },
  },
];

/** Whether somebody has a right that a page needs. */
export function mayOpen(
  { scope }: Pick<RouteMeta, 'scope'>,
  { can }: Pick<ViewerHolder, 'can'>,
): boolean {
  if (scope === undefined) return true;
  return typeof scope === 'string' ? can(scope) : scope.some((one) => can(one));
}

/** The first page of who has signed in; null for an account without any. */
export function firstPage(viewer: ViewerHolder): string | null {
  const first = ROUTES.find(({ meta }) => meta?.group && mayOpen(meta, viewer));
  return first?.path ?? null;
}

/** Routes of the console below `/console/`. */
export function createConsoleRouter(viewer: ViewerHolder): Router {
  return createRouter({
    history: createWebHistory('/console/'),
    routes: [
      {
        path: '/',
        name: 'start',
        component: () => import('./pages/other/StartPage.vue'),
        beforeEnter: () => firstPage(viewer) ?? true,
      },
      ...ROUTES,
      {
        path: '/:rest(.*)*',
        name: 'not-found',
        component: () => import('./pages/other/NotFoundPage.vue'),
      },
    ],
  });
}
