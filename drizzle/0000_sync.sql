CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`stream` text NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`seen` text,
	`data` text NOT NULL,
	`device` text NOT NULL,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_stream_seq` ON `events` (`stream`,`seq`);--> statement-breakpoint
CREATE TABLE `incarnations` (
	`epoch` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `read_tables` (
	`name` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `streams` (
	`stream` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL,
	`gone_at` integer
);
