import type { Plugin } from 'vite';

const STYLES = /graphiql\/dist\/style\.css$/;
const FACE = /@font-face\s*{[^}]*}/g;
const DATA = /url\(data:[^)]*\)/;
/** The signs of the editor, in the package that they are copied from. */
const SIGNS = '../../monaco-editor/esm/vs/base/browser/ui/codicons/codicon/codicon.ttf';

/**
 * Takes the fonts out of GraphiQL's styles, where they stand as data: the content policy takes fonts
 * from this address alone. The editor's signs become a file, letters are those of the system.
 */
export function graphiqlFonts(): Plugin {
  return {
    name: 'tongma:graphiql-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!STYLES.test(id)) return null;
      const styles = code.replaceAll(FACE, (face) =>
        /codicon/.test(face) ? face.replace(DATA, `url(${SIGNS})`) : '',
      );
      return { code: styles, map: null };
    },
  };
}
