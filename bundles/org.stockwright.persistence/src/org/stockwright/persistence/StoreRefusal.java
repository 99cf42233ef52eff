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
    /** A module that owns what was to be changed is not installed: its title, its feature. */
    MODULE_MISSING("{0} is not installed: this book''s data of the feature {1} can only be read"),
    /** A module whose work is a part of every posting is not installed: its title, its feature. */
    INDISPENSABLE_MISSING("{0} is a part of every posting of this book, and the feature {1} is not installed"),
    /** A script of a module failed, and nothing of it is stored: the store, the module's title, the script, why. */
    MODULE_FAILED("{0} could not be prepared for {1}: its script {2} failed: {3}"),
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
    /** The server does not answer: address, what the driver says. */
    SERVER_UNREACHABLE("The server of {0} cannot be reached: {1}"),
    /** Wrong user or password. */
    LOGIN_REFUSED("The server of {0} does not let the user {1} in"),
    /** The server asks for a password and nobody knows one. */
    NO_PASSWORD("The server of {0} asks for the password of {1}"),
    /** There is no database of this name on the server. */
    NO_DATABASE("The database of {0} does not exist"),
    /** The server does not take more connections, or is starting or stopping. */
    SERVER_BUSY("The server of {0} does not take connections now: {1}"),
    /** Its version, the oldest that will do. */
    SERVER_TOO_OLD("The server of {0} is PostgreSQL {1}; it must be {2} or newer"),
    /** Only the owner may prepare the database: the owner, who tried. */
    OWNER_NEEDED("{0} has to be prepared by its owner {1}; {2} may not"),
    /** The database user may not do this: who. */
    NOT_ALLOWED("{1} may not make tables in {0}"),
    /** The role that the product works with is missing or not granted: role, user. */
    ROLE_NEEDED("{0} needs the role {1}, granted to {2}"),
    /** Another program prepares the database and does not come to an end. */
    BEING_PREPARED("Another program is preparing {0}"),
    /** The connection is lost: since when. */
    DISCONNECTED("{0} has not been reachable since {1}"),
    /** The database's disk is full: since when. */
    SERVER_DISK_FULL("The disk of {0} has been full since {1}"),
    /** The server takes no changes: since when. */
    SERVER_READ_ONLY("{0} has taken no changes since {1}"),
    /** The server's database holds a book. */
    ALREADY_USED("{0} holds a book already"),
    /** The copy is not what was copied: the tables that differ. */
    COPY_DIFFERS("The copy in {0} differs in {1}"),
    /** The book is encrypted and nobody gave its password. */
    NO_BOOK_PASSWORD("{0} is encrypted; its password is needed"),
    /** The book is encrypted with another password. */
    WRONG_BOOK_PASSWORD("This is not the password of {0}"),
    /** A new book's password is too short: the least characters. */
    WEAK_BOOK_PASSWORD("A book''s password has at least {0} characters"),
    /** The book is encrypted and the file with its key is not there: the book, the file. */
    BOOK_KEY_MISSING("{0} is encrypted and its file {1} is missing"),
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
