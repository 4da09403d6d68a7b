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
  { path: '/household', name: 'household', icon: 'person' },
];

// The code is what people open this for: it comes with the entry, the rest when it is wanted.
const ROUTES: RouteRecordRaw[] = [
  { path: '/', name: 'code', component: CodePage },
  { path: '/register', name: 'register', component: () => import('./pages/RegisterPage.vue') },
  { path: '/declare', name: 'declare', component: () => import('./pages/DeclarePage.vue') },
  { path: '/check-in', name: 'check-in', component: () => import('./pages/CheckInPage.vue') },
  { path: '/household', name: 'household', component: () => import('./pages/HouseholdPage.vue') },
  { path: '/access', name: 'access', component: () => import('./pages/AccessPage.vue') },
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('./pages/NotFoundPage.vue'),
  },
];

/** Routes of the residents' pages below `/my/`. */
export function createMyRouter(): Router {
  return createRouter({ history: createWebHistory('/my/'), routes: ROUTES });
}
