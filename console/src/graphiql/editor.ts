import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL, type GraphiQLProps } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { FIRST_QUERY } from './first-query.ts';
import { memoryStorage } from './memory-storage.ts';

/** Shows the editor anew for a token: it asks for the schema once. */
export function editorIn(place: HTMLElement): (token: string) => void {
  const root = createRoot(place);
  const storage = memoryStorage();
  let shown = 0;
  return (token) => {
    const fetcher: GraphiQLProps['fetcher'] = async (asked, options) => {
      const response = await fetch('/graphql', {
        method: 'POST',
        // A session of the console must not come along: a token or a session, not both.
        credentials: 'omit',
        headers: {
          ...{ 'content-type': 'application/json', authorization: `Bearer ${token}` },
          ...options?.headers,
        },
        body: JSON.stringify(asked),
      });
      const answer: unknown = await response.json();
      return { ...(typeof answer === 'object' && answer) };
    };
    shown += 1;
    root.render(
      createElement(GraphiQL, { key: shown, fetcher, storage, defaultQuery: FIRST_QUERY }),
    );
  };
}
