import '../styles/tokens.css';
import '../styles/plain-page.css';
import { preferredTheme, showTheme } from '../theme.ts';

showTheme(preferredTheme());
