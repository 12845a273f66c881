import parts from './parts.json';
import pictures from './pictures.json';

/** What the pattern book of the design system needs. */
export default { parts, pictures };
