CREATE TABLE `tablet_loans` (
	`id` text PRIMARY KEY NOT NULL,
	`tablet` text NOT NULL,
	`member` text NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	`noted_by` text NOT NULL,
	`noted_at` integer NOT NULL,
	`returned_at` integer,
	`wiped_at` integer,
	FOREIGN KEY (`tablet`) REFERENCES `tablets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tablet_loans_member` ON `tablet_loans` (`member`);--> statement-breakpoint
CREATE INDEX `tablet_loans_tablet` ON `tablet_loans` (`tablet`);--> statement-breakpoint
ALTER TABLE `tablets` ADD `mode` text DEFAULT 'club' NOT NULL;