ALTER TABLE `grants` ADD `session` text;--> statement-breakpoint
CREATE INDEX `grants_session` ON `grants` (`session`);