CREATE TABLE `unclear_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`course` text NOT NULL,
	`lesson` text NOT NULL,
	`step` text NOT NULL,
	`locale` text NOT NULL,
	`received_at` integer NOT NULL,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `unclear_steps_step` ON `unclear_steps` (`course`,`lesson`,`step`);