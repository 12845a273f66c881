CREATE TABLE `member_aliases` (
	`person` text NOT NULL,
	`kept` text NOT NULL,
	`merged_at` integer NOT NULL,
	`undone_at` integer,
	PRIMARY KEY(`person`, `merged_at`),
	FOREIGN KEY (`person`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `member_aliases_kept` ON `member_aliases` (`kept`);