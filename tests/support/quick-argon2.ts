import { quickenArgon2 } from './argon2';

// Some hundred tests make an account or a card: at full strength they take longer to derive than all else together.
quickenArgon2();
