-- What the rules said when the version was published and somebody accepted, with the words of each acceptance.
ALTER TABLE policy_versions ADD COLUMN accepted TEXT NOT NULL DEFAULT '[]';
