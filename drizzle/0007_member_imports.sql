CREATE TABLE `imported_members` (
	`import` text NOT NULL,
	`member` text NOT NULL,
	`group` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`import`, `member`, `group`),
	FOREIGN KEY (`import`) REFERENCES `member_imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imported_members_member` ON `imported_members` (`member`);--> statement-breakpoint
CREATE TABLE `member_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `member_imports_at` ON `member_imports` (`at`);