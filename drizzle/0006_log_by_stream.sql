CREATE TABLE `new_events` (
	`id` text NOT NULL,
	`stream` text NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`seen` text,
	`data` text NOT NULL,
	`device` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`stream`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `new_events`("id", "stream", "seq", "type", "at", "by", "seen", "data", "device", "received_at") SELECT "id", "stream", "seq", "type", "at", "by", "seen", "data", "device", "received_at" FROM `events` ORDER BY "stream", "seq";--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `new_events` RENAME TO `events`;--> statement-breakpoint
CREATE UNIQUE INDEX `events_id_unique` ON `events` (`id`);--> statement-breakpoint
CREATE INDEX `events_about` ON `events` (case when json_valid("data") then "data" ->> 'person' end) WHERE "stream" >= 'meeting/' and "stream" < 'meeting0';
