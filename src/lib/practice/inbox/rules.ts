import * as v from 'valibot';
import type { Control } from '../contract.ts';
import { controlsOf } from '../telling.ts';
import { sortParams } from './mails.ts';
import { replyParams } from './letter.ts';
import { reply } from './reply.ts';
import { sort } from './sort.ts';

/** The mail app: e-mails to sort, or one to answer. */
export const paramsSchema = v.variant('ask', [sortParams, replyParams]);

export type MailAppParams = v.InferOutput<typeof paramsSchema>;

/** The controls that solve a scene, in order. */
export const controls = (params: MailAppParams): Control[] =>
  params.ask === 'reply' ? controlsOf(reply, params) : controlsOf(sort, params);
