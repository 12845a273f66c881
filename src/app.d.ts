/// <reference types="unplugin-icons/types/svelte" />
import type { IncomingMessage } from 'node:http';
import type { Actor } from '$lib/access/facts';
import type { SignedIn } from '$lib/access/session.server';

declare global {
  /** The source of src/boot.js, put in by the build. */
  const __BOOT__: string;
  namespace App {
    interface Error {
      message: string;
      /** a code of the table of errors, where one fits */
      code?: string;
    }
    interface Platform {
      /** Node's own request, where Node serves */
      readonly req: IncomingMessage;
    }
    interface Locals {
      actor: Actor;
      /** the signed-in person, when one is */
      person?: SignedIn;
      /** this page is not for the person; its layout says so */
      turnedAway?: boolean;
    }
  }
}

export {};
