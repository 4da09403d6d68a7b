import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router';
import type { IconName } from '../components/icons.ts';
import CodePage from './pages/CodePage.vue';

/** A tab at the bottom of the residents' pages. */
export interface MyTab {
  readonly path: string;
  readonly name: string;
  readonly icon: IconName;
}

/** Tabs in their order; registering is reached from the pages. */
export const TABS: readonly MyTab[] = [
  { path: '/', name: 'code', icon: 'scan' },
  { path: '/declare', name: 'declare', icon: 'pencil' },
  { path: '/check-in', name: 'check-in', icon: 'heart' },
  { path: '/records', name: 'records', icon: 'paper' },
  { path: '/household', name: 'household', icon: 'person' },
];

/**
 * Routes of the residents' pages below `/my/`. The code is what people open this for: it comes with
 * the entry; the rest when it is wanted, pages with forms together with `formWords`.
 */
export function createMyRouter(formWords: () => Promise<void>): Router {
  const withWords = (page: () => Promise<unknown>) => async () => {
    const [found] = await Promise.all([page(), formWords()]);
    return found;
  };
  const forms: readonly [path: string, page: () => Promise<unknown>][] = [
    ['register', () => import('./pages/RegisterPage.vue')],
    ['declare', () => import('./pages/DeclarePage.vue')],
    ['check-in', () => import('./pages/CheckInPage.vue')],
    ['records', () => import('./pages/RecordsPage.vue')],
    ['household', () => import('./pages/HouseholdPage.vue')],
    ['guardians', () => import('./pages/GuardiansPage.vue')],
    ['convert', () => import('./pages/ConvertPage.vue')],
    ['import', () => import('./pages/ImportPage.vue')],
  ];
  const routes: RouteRecordRaw[] = [
    { path: '/', name: 'code', component: CodePage },
    ...forms.map(([name, page]) => ({ path: `/${name}`, name, component: withWords(page) })),
    { path: '/access', name: 'access', component: () => import('./pages/AccessPage.vue') },
    {
      path: '/:rest(.*)*',
      name: 'not-found',
      component: () => import('./pages/NotFoundPage.vue'),
    },
  ];
  return createRouter({ history: createWebHistory('/my/'), routes });
}
