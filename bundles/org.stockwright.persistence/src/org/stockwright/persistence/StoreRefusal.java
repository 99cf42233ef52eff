package org.stockwright.persistence;

import org.stockwright.base.RefusalCode;

/** Why a store was not opened, or a backup not made or restored. */
public enum StoreRefusal implements RefusalCode {

    /** Neither a folder nor a JDBC URL of PostgreSQL. */
    NOT_A_LOCATION("''{0}'' is neither a folder nor a jdbc:postgresql: address"),
    /** There is no store there, and it was not to be made. */
    NO_STORE("There is no Stockwright database in {0}"),
    /** The folder holds other things. */
    NOT_EMPTY("{0} is not empty and holds no Stockwright database"),
    /** Another program has it open: user, host, time. */
    IN_USE("{0} was opened by {1}@{2} at {3}"),
    /** A newer program wrote it: its schema, ours. */
    SCHEMA_NEWER("{0} has schema {1}, this program knows {2}"),
    /** A released migration was edited or is missing. */
    SCHEMA_DIFFERS("Migration {1} of {0} is not the one that this program knows"),
    /** A module that owns data is not installed. */
    MODULE_MISSING("The module {0} owns data in this database and is not installed"),
    /** The disk cannot be written. */
    READ_ONLY("{0} cannot be written"),
    /** Not enough space on the disk: free and needed megabytes. */
    DISK_FULL("{0} has {1} MB free, {2} MB are needed"),
    /** The process has more than one embedded database engine. */
    TWO_ENGINES("More than one Derby engine is installed"),
    /** This kind of store is not supported by the installed modules. */
    UNSUPPORTED("{0} is not supported by this installation"),
    /** The file is no backup, or was damaged. */
    NOT_A_BACKUP("{0} is no intact Stockwright backup: {1}"),
    /** A file with this name is there already. */
    FILE_EXISTS("{0} exists already");

    private final String sentence;

    StoreRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
