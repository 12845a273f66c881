CREATE TABLE `login_cards` (
	`id` text PRIMARY KEY NOT NULL,
	`member` text NOT NULL,
	`code_hash` text NOT NULL,
	`made_at` integer NOT NULL,
	`replaced_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `login_cards_code_hash_unique` ON `login_cards` (`code_hash`);--> statement-breakpoint
CREATE INDEX `login_cards_member` ON `login_cards` (`member`);--> statement-breakpoint
CREATE TABLE `own_devices` (
	`id` text PRIMARY KEY NOT NULL,
	`member` text NOT NULL,
	`secret_hash` text NOT NULL,
	`own` integer NOT NULL,
	`since` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `own_devices_member` ON `own_devices` (`member`);--> statement-breakpoint
CREATE TABLE `picture_codes` (
	`member` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`rounds` integer NOT NULL,
	`hash` text NOT NULL,
	`set_at` integer NOT NULL
);
