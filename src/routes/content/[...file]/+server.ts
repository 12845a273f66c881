import { error } from '@sveltejs/kit';
import { errorReport } from '$lib/content/served.server';
import { servedContent } from '../served.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => {
  const content = servedContent();
  const report = errorReport(content);
  if (report) throw new Error(report);
  return [...content.files.keys()].map((address) => ({ file: address.replace('/content/', '') }));
};

export const GET: RequestHandler = ({ params }) => {
  const text = servedContent().files.get(`/content/${params.file}`);
  if (text === undefined) error(404);
  return new Response(text, { headers: { 'content-type': 'application/json' } });
};
