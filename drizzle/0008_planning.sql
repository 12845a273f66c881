CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`group` text NOT NULL,
	`every_weeks` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`group`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `waiting` (
	`member` text NOT NULL,
	`group` text NOT NULL,
	`from` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`member`, `group`, `from`),
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `waiting_group` ON `waiting` (`group`);--> statement-breakpoint
ALTER TABLE `groups` ADD `audience` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `groups` ADD `capacity` integer;--> statement-breakpoint
ALTER TABLE `meetings` ADD `cancel_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `moved_from` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `series` text REFERENCES series(id);--> statement-breakpoint
ALTER TABLE `meetings` ADD `sequence` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `changed_at` integer;--> statement-breakpoint
CREATE INDEX `meetings_series` ON `meetings` (`series`);--> statement-breakpoint
ALTER TABLE `venues` ADD `state` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `venues` ADD `opening_times` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `venues` ADD `step_free` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `venues` ADD `hearing_loop` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `venues` ADD `parking` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `venues` ADD `access_note` text DEFAULT '' NOT NULL;