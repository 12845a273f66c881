CREATE TABLE `member_corrections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`member` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`first_name` text NOT NULL,
	`initial` text NOT NULL,
	`picture` text NOT NULL,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `member_corrections_member` ON `member_corrections` (`member`);--> statement-breakpoint
CREATE TABLE `retention_receipts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`months` integer,
	`gone` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `retention_receipts_at` ON `retention_receipts` (`at`);--> statement-breakpoint
CREATE TABLE `retention_rules` (
	`kind` text PRIMARY KEY NOT NULL,
	`months` integer NOT NULL,
	`set_at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sealed_persons` (
	`person` text PRIMARY KEY NOT NULL,
	`first_name` text NOT NULL,
	`initial` text NOT NULL,
	`reason` text NOT NULL,
	`until` text NOT NULL,
	`sealed_at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sealed_persons_until` ON `sealed_persons` (`until`);