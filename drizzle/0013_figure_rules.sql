CREATE TABLE `figure_rules` (
	`from` text PRIMARY KEY NOT NULL,
	`profile` text NOT NULL,
	`share_percent` integer NOT NULL,
	`noted_by` text NOT NULL,
	`noted_at` integer NOT NULL
);
