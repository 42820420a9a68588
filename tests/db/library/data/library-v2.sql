-- A library of format 2, as Terkha 0.2.0 left it. Never edited: it proves that old libraries open.
PRAGMA application_id = 1416318050;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'terkha-library','001_bookmarks_collections_tray_history','2026-11-12 14:05:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'terkha-library','002_works','2026-11-28 16:30:00+00:00');
CREATE TABLE change (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            count INTEGER NOT NULL,
            at TEXT NOT NULL,
            undone INTEGER NOT NULL DEFAULT 0
        ) STRICT;
INSERT INTO "change" VALUES(1,'bookmark.add','Julong 巨龙铜矿',1,'2026-11-12T14:06:00Z',0);
INSERT INTO "change" VALUES(2,'bookmark.add','Copper resource 10.72 Mt, Dec 2021',1,'2026-11-12T14:12:00Z',0);
INSERT INTO "change" VALUES(3,'bookmark.add','Zabuye',1,'2026-11-12T14:14:00Z',0);
INSERT INTO "change" VALUES(4,'bookmark.add','Copper resources by deposit',1,'2026-11-12T14:17:00Z',0);
INSERT INTO "change" VALUES(5,'bookmark.pin','Zabuye',1,'2026-11-12T14:19:00Z',0);
INSERT INTO "change" VALUES(6,'search.save','copper, operating',1,'2026-11-12T14:20:00Z',0);
INSERT INTO "change" VALUES(7,'tray.add','Ferenczy 2025',1,'2026-11-12T14:22:00Z',0);
INSERT INTO "change" VALUES(8,'bookmark.rename','Copper',1,'2026-11-12T14:26:00Z',0);
INSERT INTO "change" VALUES(9,'bookmark.remove','Zabuye',1,'2026-11-12T14:27:00Z',1);
CREATE TABLE change_row (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
            table_name TEXT NOT NULL,
            row_id INTEGER NOT NULL,
            before TEXT,
            after TEXT
        ) STRICT;
INSERT INTO "change_row" VALUES(1,1,'item',1,NULL,'{"id":1,"link":"mine/julong","kind":"mine","title":"Julong 巨龙铜矿","edition":"2026.11","added":"2026-11-12T14:07:00Z","pinned":null}');
INSERT INTO "change_row" VALUES(2,1,'note',1,NULL,'{"id":1,"item_id":1,"text":"Ask Zijin which licences the 25.88 covers.\n\nIt''s *urgent*.","created":"2026-11-12T14:09:00Z","modified":"2026-11-12T14:09:00Z"}');
INSERT INTO "change_row" VALUES(3,1,'collection',1,NULL,'{"id":1,"parent_id":null,"name":"Copper in Lhasa","position":1048576,"created":"2026-11-12T14:10:00Z"}');
INSERT INTO "change_row" VALUES(4,1,'collection',2,NULL,'{"id":2,"parent_id":1,"name":"Julong expansion","position":1048576,"created":"2026-11-12T14:11:00Z"}');
INSERT INTO "change_row" VALUES(5,1,'item_collection',1,NULL,'{"id":1,"item_id":1,"collection_id":2,"position":1048576}');
INSERT INTO "change_row" VALUES(6,1,'tag',1,NULL,'{"id":1,"name":"to check"}');
INSERT INTO "change_row" VALUES(7,1,'item_tag',1,NULL,'{"id":1,"item_id":1,"tag_id":1}');
INSERT INTO "change_row" VALUES(8,2,'item',3,NULL,'{"id":3,"link":"mine/julong#resource-copper-2021","kind":"statement","title":"Copper resource 10.72 Mt, Dec 2021","edition":"2026.11","added":"2026-11-12T14:13:00Z","pinned":null}');
INSERT INTO "change_row" VALUES(9,2,'item_collection',2,NULL,'{"id":2,"item_id":3,"collection_id":2,"position":2097152}');
INSERT INTO "change_row" VALUES(10,3,'item',4,NULL,'{"id":4,"link":"mine/zabuye","kind":"mine","title":"Zabuye","edition":"2026.11","added":"2026-11-12T14:15:00Z","pinned":null}');
INSERT INTO "change_row" VALUES(11,3,'collection',3,NULL,'{"id":3,"parent_id":null,"name":"Salt lakes: lithium","position":2097152,"created":"2026-11-12T14:16:00Z"}');
INSERT INTO "change_row" VALUES(12,3,'item_collection',3,NULL,'{"id":3,"item_id":4,"collection_id":3,"position":1048576}');
INSERT INTO "change_row" VALUES(13,3,'tag',2,NULL,'{"id":2,"name":"quote"}');
INSERT INTO "change_row" VALUES(14,3,'item_tag',2,NULL,'{"id":2,"item_id":4,"tag_id":2}');
INSERT INTO "change_row" VALUES(15,4,'item',5,NULL,'{"id":5,"link":"chart/copper-resources","kind":"chart","title":"Copper resources by deposit","edition":"","added":"2026-11-12T14:18:00Z","pinned":null}');
INSERT INTO "change_row" VALUES(16,5,'item',4,'{"id":4,"link":"mine/zabuye","kind":"mine","title":"Zabuye","edition":"2026.11","added":"2026-11-12T14:15:00Z","pinned":null}','{"id":4,"link":"mine/zabuye","kind":"mine","title":"Zabuye","edition":"2026.11","added":"2026-11-12T14:15:00Z","pinned":1048576}');
INSERT INTO "change_row" VALUES(17,6,'saved_search',1,NULL,'{"id":1,"name":"copper, operating","kind":"mine","query":"commodity:copper status:operating","grammar":1,"created":"2026-11-12T14:21:00Z","position":1048576}');
INSERT INTO "change_row" VALUES(18,7,'tray',1,NULL,'{"id":1,"link":"citation/ferenczy-2025-prc-mining-tibet","kind":"citation","title":"Ferenczy 2025","added":"2026-11-12T14:23:00Z"}');
INSERT INTO "change_row" VALUES(19,8,'item',5,'{"id":5,"link":"chart/copper-resources","kind":"chart","title":"Copper resources by deposit","edition":"","added":"2026-11-12T14:18:00Z","pinned":null}','{"id":5,"link":"chart/copper-resources","kind":"chart","title":"Copper","edition":"","added":"2026-11-12T14:18:00Z","pinned":null}');
INSERT INTO "change_row" VALUES(20,9,'item_tag',2,'{"id":2,"item_id":4,"tag_id":2}',NULL);
INSERT INTO "change_row" VALUES(21,9,'item_collection',3,'{"id":3,"item_id":4,"collection_id":3,"position":1048576}',NULL);
INSERT INTO "change_row" VALUES(22,9,'item',4,'{"id":4,"link":"mine/zabuye","kind":"mine","title":"Zabuye","edition":"2026.11","added":"2026-11-12T14:15:00Z","pinned":1048576}',NULL);
INSERT INTO "change_row" VALUES(23,9,'tag',2,'{"id":2,"name":"quote"}',NULL);
CREATE TABLE collection (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            parent_id INTEGER REFERENCES collection (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            position INTEGER NOT NULL,
            created TEXT NOT NULL
        ) STRICT;
INSERT INTO "collection" VALUES(1,NULL,'Copper in Lhasa',1048576,'2026-11-12T14:10:00Z');
INSERT INTO "collection" VALUES(2,1,'Julong expansion',1048576,'2026-11-12T14:11:00Z');
INSERT INTO "collection" VALUES(3,NULL,'Salt lakes: lithium',2097152,'2026-11-12T14:16:00Z');
CREATE TABLE history (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            link TEXT NOT NULL,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            visited TEXT NOT NULL
        ) STRICT;
INSERT INTO "history" VALUES(1,'mine/julong','mine','Julong 巨龙铜矿','2026-11-12T14:24:00Z');
INSERT INTO "history" VALUES(2,'mine/zabuye','mine','Zabuye','2026-11-12T14:25:00Z');
CREATE TABLE item (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            link TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            edition TEXT NOT NULL,
            added TEXT NOT NULL,
            pinned INTEGER
        ) STRICT;
INSERT INTO "item" VALUES(1,'mine/julong','mine','Julong 巨龙铜矿','2026.11','2026-11-12T14:07:00Z',NULL);
INSERT INTO "item" VALUES(3,'mine/julong#resource-copper-2021','statement','Copper resource 10.72 Mt, Dec 2021','2026.11','2026-11-12T14:13:00Z',NULL);
INSERT INTO "item" VALUES(4,'mine/zabuye','mine','Zabuye','2026.11','2026-11-12T14:15:00Z',1048576);
INSERT INTO "item" VALUES(5,'chart/copper-resources','chart','Copper','','2026-11-12T14:18:00Z',NULL);
CREATE TABLE item_collection (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
            collection_id INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            UNIQUE (item_id, collection_id)
        ) STRICT;
INSERT INTO "item_collection" VALUES(1,1,2,1048576);
INSERT INTO "item_collection" VALUES(2,3,2,2097152);
INSERT INTO "item_collection" VALUES(3,4,3,1048576);
CREATE TABLE item_tag (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
            tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
            UNIQUE (item_id, tag_id)
        ) STRICT;
INSERT INTO "item_tag" VALUES(1,1,1);
INSERT INTO "item_tag" VALUES(2,4,2);
CREATE TABLE note (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
            text TEXT NOT NULL,
            created TEXT NOT NULL,
            modified TEXT NOT NULL
        ) STRICT;
INSERT INTO "note" VALUES(1,1,'Ask Zijin which licences the 25.88 covers.

It''s *urgent*.','2026-11-12T14:09:00Z','2026-11-12T14:09:00Z');
CREATE TABLE revision (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            mark TEXT NOT NULL
        ) STRICT;
INSERT INTO "revision" VALUES(1,'1e65b5aaaa3eca8b');
CREATE TABLE saved_search (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            query TEXT NOT NULL,
            grammar INTEGER NOT NULL,
            created TEXT NOT NULL,
            position INTEGER NOT NULL
        ) STRICT;
INSERT INTO "saved_search" VALUES(1,'copper, operating','mine','commodity:copper status:operating',1,'2026-11-12T14:21:00Z',1048576);
CREATE TABLE tag (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE
        ) STRICT;
INSERT INTO "tag" VALUES(1,'to check');
INSERT INTO "tag" VALUES(2,'quote');
CREATE TABLE tray (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            link TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            added TEXT NOT NULL
        ) STRICT;
INSERT INTO "tray" VALUES(1,'citation/ferenczy-2025-prc-mining-tibet','citation','Ferenczy 2025','2026-11-12T14:23:00Z');
CREATE TABLE work (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            slug TEXT NOT NULL UNIQUE,
            csl TEXT NOT NULL,
            origin TEXT NOT NULL,
            added TEXT NOT NULL
        ) STRICT;
INSERT INTO "work" VALUES(1,'lafitte-2013-spoiling','{"author":[{"family":"Lafitte","given":"Gabriel"}],"id":"lafitte-2013-spoiling","issued":{"date-parts":[[2013]]},"publisher":"Zed Books","title":"Spoiling Tibet","type":"book"}','works.bib','2026-11-28T16:30:00Z');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE UNIQUE INDEX collection_name ON collection (coalesce(parent_id, 0), name);
CREATE INDEX collection_parent ON collection (parent_id);
CREATE INDEX item_collection_order ON item_collection (collection_id, position);
CREATE INDEX item_tag_tag ON item_tag (tag_id);
CREATE INDEX note_item ON note (item_id);
CREATE INDEX history_link ON history (link);
CREATE INDEX change_row_change ON change_row (change_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('change',9);
INSERT INTO "sqlite_sequence" VALUES('change_row',23);
INSERT INTO "sqlite_sequence" VALUES('item',5);
INSERT INTO "sqlite_sequence" VALUES('note',1);
INSERT INTO "sqlite_sequence" VALUES('collection',3);
INSERT INTO "sqlite_sequence" VALUES('item_collection',3);
INSERT INTO "sqlite_sequence" VALUES('tag',2);
INSERT INTO "sqlite_sequence" VALUES('item_tag',2);
INSERT INTO "sqlite_sequence" VALUES('saved_search',1);
INSERT INTO "sqlite_sequence" VALUES('tray',1);
INSERT INTO "sqlite_sequence" VALUES('history',2);
INSERT INTO "sqlite_sequence" VALUES('work',1);
COMMIT;
