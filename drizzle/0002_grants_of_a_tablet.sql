ALTER TABLE `grants` ADD `tablet` text;--> statement-breakpoint
CREATE INDEX `grants_tablet` ON `grants` (`tablet`);