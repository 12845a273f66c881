CREATE TABLE `deletions` (
	`hash` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `held_events` (
	`id` text PRIMARY KEY NOT NULL,
	`stream` text NOT NULL,
	`reason` text NOT NULL,
	`sender` text NOT NULL,
	`device` text NOT NULL,
	`received_at` integer NOT NULL,
	`event` text,
	`decided_at` integer,
	`decision` text
);
--> statement-breakpoint
CREATE INDEX `held_events_sender` ON `held_events` (`sender`,`decided_at`);--> statement-breakpoint
CREATE INDEX `held_events_decided` ON `held_events` (`decided_at`,`received_at`);--> statement-breakpoint
CREATE INDEX `held_events_stream` ON `held_events` (`stream`);--> statement-breakpoint
CREATE TABLE `reported_streams` (
	`stream` text PRIMARY KEY NOT NULL,
	`sender` text NOT NULL,
	`reported_at` integer NOT NULL,
	`decided_at` integer
);
--> statement-breakpoint
CREATE INDEX `reported_streams_decided` ON `reported_streams` (`decided_at`);--> statement-breakpoint
ALTER TABLE `incarnations` ADD `backup_at` integer;--> statement-breakpoint
ALTER TABLE `incarnations` ADD `restored_at` integer;