CREATE TABLE `role_venues` (
	`staff` text NOT NULL,
	`role` text NOT NULL,
	`from` integer NOT NULL,
	`venue` text NOT NULL,
	PRIMARY KEY(`staff`, `role`, `from`, `venue`),
	FOREIGN KEY (`staff`,`role`,`from`) REFERENCES `staff_roles`(`staff`,`role`,`from`) ON UPDATE no action ON DELETE no action
);
