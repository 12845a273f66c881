CREATE TABLE `audit_looks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`subject` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_looks_at` ON `audit_looks` (`at`);--> statement-breakpoint
CREATE INDEX `audit_looks_subject` ON `audit_looks` (`subject`,`at`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`member` text NOT NULL,
	`purpose` text NOT NULL,
	`wording` text NOT NULL,
	`given_on` text NOT NULL,
	`noted_by` text NOT NULL,
	`noted_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_member` ON `consents` (`member`);--> statement-breakpoint
CREATE TABLE `member_phones` (
	`member` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
