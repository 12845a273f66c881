DROP INDEX `events_id_unique`;--> statement-breakpoint
CREATE UNIQUE INDEX `events_id` ON `events` (substr("id", 16, 8),`id`);
