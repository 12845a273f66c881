CREATE TABLE `password_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`staff`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `password_links_staff` ON `password_links` (`staff`);