/** Words of the sign-in page. */
export interface SignInWords {
  /** Value of the page's `lang`. */
  readonly lang: string;
  readonly title: string;
  readonly what: string;
  readonly username: string;
  readonly password: string;
  readonly submit: string;
  readonly failed: string;
}

/** The page in its three languages. */
export const SIGN_IN_WORDS = {
  'zh-Hans': {
    ...{ lang: 'zh-Hans', title: '登录通码', username: '用户名', password: '密码' },
    what: '演示用的登录服务。账号和密码在启动时说出的文件里。',
    ...{ submit: '登录', failed: '用户名或密码不对，请再看一遍。' },
  },
  'zh-Hant': {
    ...{ lang: 'zh-Hant', title: '登入通碼', username: '使用者名稱', password: '密碼' },
    what: '示範用的登入服務。帳號和密碼在啟動時說出的檔案裡。',
    ...{ submit: '登入', failed: '使用者名稱或密碼不符，請再看一遍。' },
  },
  en: {
    ...{ lang: 'en', title: 'Sign in to Tongma', username: 'User name', password: 'Password' },
    what: 'Sign-in service of the demo. Accounts and passwords stand in the file that its start names.',
    ...{ submit: 'Sign in', failed: 'User name or password does not match. Please look again.' },
  },
} as const satisfies Record<string, SignInWords>;

/** The page's language for what a browser prefers. */
export function languageOf(accepted: string | undefined): keyof typeof SIGN_IN_WORDS {
  const first = (accepted ?? '').split(',')[0]?.trim().toLowerCase() ?? '';
  if (/^zh-(tw|hk|mo|hant)/.test(first)) return 'zh-Hant';
  return first === '' || first.startsWith('zh') ? 'zh-Hans' : 'en';
}
