import qr from './practice-qr.json';

/** What the kind of practice "qr" says. */
export default { 'practice-qr': qr };
