CREATE TABLE `enrolment_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`tablet_name` text NOT NULL,
	`venue` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_by` text
);
--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`staff` text NOT NULL,
	`device` text NOT NULL,
	`from` integer NOT NULL,
	`until` integer NOT NULL,
	`revoked_at` integer,
	`lost` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`staff`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_staff` ON `grants` (`staff`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`staff`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_staff` ON `sessions` (`staff`);--> statement-breakpoint
CREATE INDEX `sessions_seen` ON `sessions` (`seen_at`);--> statement-breakpoint
CREATE TABLE `set_up_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`must_change` integer NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_username_unique` ON `staff` (`username`);--> statement-breakpoint
CREATE TABLE `staff_roles` (
	`staff` text NOT NULL,
	`role` text NOT NULL,
	`from` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`staff`, `role`, `from`),
	FOREIGN KEY (`staff`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tablets` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`venue` text NOT NULL,
	`secret_hash` text NOT NULL,
	`enrolled_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`waiting` integer DEFAULT 0 NOT NULL,
	`revoked_at` integer,
	`lost` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tablets_venue` ON `tablets` (`venue`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`staff` text NOT NULL,
	`group` text NOT NULL,
	`from` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`staff`, `group`, `from`),
	FOREIGN KEY (`staff`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignments_group` ON `assignments` (`group`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`venue` text NOT NULL,
	`name` text NOT NULL,
	`course` text,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`venue`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `groups_venue` ON `groups` (`venue`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`group` text NOT NULL,
	`date` text NOT NULL,
	`start` text NOT NULL,
	`end` text NOT NULL,
	`created_at` integer NOT NULL,
	`cancelled_at` integer,
	FOREIGN KEY (`group`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_group_date` ON `meetings` (`group`,`date`);--> statement-breakpoint
CREATE INDEX `meetings_date` ON `meetings` (`date`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`first_name` text NOT NULL,
	`initial` text NOT NULL,
	`picture` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`member` text NOT NULL,
	`group` text NOT NULL,
	`from` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`member`, `group`, `from`),
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_group` ON `memberships` (`group`);--> statement-breakpoint
CREATE TABLE `venues` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE TABLE `audit_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_lines_at` ON `audit_lines` (`at`);--> statement-breakpoint
CREATE INDEX `audit_lines_subject` ON `audit_lines` (`subject`);--> statement-breakpoint
CREATE TABLE `barrier_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`page` text NOT NULL,
	`text` text NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`locale` text NOT NULL,
	`received_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `barrier_reports_received` ON `barrier_reports` (`received_at`);