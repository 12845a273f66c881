CREATE TABLE `guide_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`guide` text NOT NULL,
	`system` text NOT NULL,
	`received_at` integer NOT NULL,
	`withdrawn_at` integer,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `guide_reports_open` ON `guide_reports` (`done_at`,`guide`,`system`);