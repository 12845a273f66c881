import chat from './practice-chat.json';

/** What the kind of practice "chat" says. */
export default { 'practice-chat': chat };
