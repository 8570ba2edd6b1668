BEGIN TRANSACTION;
CREATE TABLE events (
	id INTEGER NOT NULL, 
	sender_id VARCHAR(255) NOT NULL, 
	type_name VARCHAR(255) NOT NULL, 
	timestamp FLOAT, 
	intent_name VARCHAR(255), 
	action_name VARCHAR(255), 
	data TEXT, 
	PRIMARY KEY (id)
);
INSERT INTO "events" VALUES(1,'web-oud','action',1790000000.0,NULL,'action_session_start','{"event": "action", "name": "action_session_start"}');
INSERT INTO "events" VALUES(2,'web-oud','user',1790000001.0,NULL,NULL,'{"event": "user", "text": "mijn kind zit thuis", "message_id": "sleutel-1"}');
INSERT INTO "events" VALUES(3,'web-oud','slot',1790000002.0,NULL,'plaats','{"event": "slot", "name": "plaats", "value": "Zwolle"}');
INSERT INTO "events" VALUES(4,'web-oud','bot',1790000003.0,NULL,NULL,'{"event": "bot", "text": "Uw volgende stap: praat met de school.", "data": {}}');
CREATE TABLE meldingen (
	id INTEGER NOT NULL, 
	gesprek VARCHAR(64) NOT NULL, 
	bericht BIGINT NOT NULL, 
	tekst TEXT NOT NULL, 
	topic VARCHAR(100) NOT NULL, 
	kennis VARCHAR(100) NOT NULL, 
	uitgave INTEGER NOT NULL, 
	gemaakt FLOAT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "meldingen" VALUES(1,'web-oud',2000,'dit klopt niet','kind_zit_thuis_wat_nu','abc',3,1790000000.0);
CREATE TABLE website_sessies (
	id VARCHAR(64) NOT NULL, 
	gesprek VARCHAR(64) NOT NULL, 
	gemaakt FLOAT NOT NULL, 
	gezien FLOAT NOT NULL, 
	basis INTEGER NOT NULL, 
	bezig_tot FLOAT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (gesprek)
);
INSERT INTO "website_sessies" VALUES('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','web-oud',1790000000.0,1790000000.0,0,0.0);
CREATE TABLE website_sleutels (
	gesprek VARCHAR(64) NOT NULL, 
	sleutel VARCHAR(64) NOT NULL, 
	gemaakt FLOAT NOT NULL, 
	klaar BOOLEAN NOT NULL, 
	PRIMARY KEY (gesprek, sleutel)
);
INSERT INTO "website_sleutels" VALUES('web-oud','sleutel-1',1790000000.0,1);
CREATE TABLE website_terugkeer (
	id VARCHAR(64) NOT NULL, 
	gesprek VARCHAR(64) NOT NULL, 
	gemaakt FLOAT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (gesprek)
);
INSERT INTO "website_terugkeer" VALUES('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','web-oud',1790000000.0);
CREATE TABLE website_toegangen (
	id VARCHAR(64) NOT NULL, 
	gesprek VARCHAR(64) NOT NULL, 
	masker VARCHAR(64) NOT NULL, 
	gemaakt FLOAT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "website_toegangen" VALUES('cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc','web-oud','dddddddddddddddddddddddddddddddd',1790000000.0);
CREATE INDEX ix_events_sender_id ON events (sender_id);
CREATE INDEX ix_website_sessies_gezien ON website_sessies (gezien);
CREATE INDEX ix_website_toegangen_gesprek ON website_toegangen (gesprek);
CREATE INDEX ix_meldingen_gesprek ON meldingen (gesprek);
CREATE INDEX ix_meldingen_gemaakt ON meldingen (gemaakt);
COMMIT;
